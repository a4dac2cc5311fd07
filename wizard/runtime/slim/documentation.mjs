// What C code says in help(): texts like "name($self, /)\n--\n\nSentence." Python reads the part before for signatures.

const AFTER_SIGNATURE = Buffer.from(")\n--\n\n");

/** Takes the sentences out of these data. `addresses`: all that code or data name; texts that share an end stay whole. */
export function withoutDocumentation(data, addresses) {
  const all = [...addresses];
  for (let at = 0; (at = data.indexOf(AFTER_SIGNATURE, at)) >= 0; ) {
    at += AFTER_SIGNATURE.length;
    const end = data.indexOf(0, at);
    if (!all.some((address) => address >= at && address <= end)) data.fill(0, at, end);
    at = end;
  }
}
