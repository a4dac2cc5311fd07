// Reads from a wasm what neither the browser's nor Binaryen's interface tells: which function is which, and where.

/** Reads numbers one after another. */
export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** A number of at most 32 bits without sign; of a longer one only its length matters here. */
  count() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  /** A number of 32 bits with sign. */
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return shift < 25 && byte & 64 ? value | (-1 << (shift + 7)) : value;
    }
  }

  text() {
    const length = this.count();
    this.at += length;
    return this.bytes.toString("utf-8", this.at - length, this.at);
  }
}

const SECTIONS = { 6: "globals", 7: "exports", 8: "start", 9: "table", 10: "code" };
const [GLOBAL_GET, CONST] = [0x23, 0x41];

/** `globals`: index -> first value; `exports`: name -> {kind, index}; `table`: functions in order; `code`: Reader. */
export function readSections(bytes, importedGlobals) {
  const found = {};
  for (const reader = new Reader(bytes, 8); reader.at < bytes.length; ) {
    const name = SECTIONS[reader.byte()];
    const length = reader.count();
    if (name) found[name] = new Reader(bytes, reader.at);
    reader.at += length;
  }
  const globals = globalsOf(found.globals, importedGlobals);
  return { globals, exports: exportsOf(found.exports), start: found.start?.count(), table: tableOf(found.table), code: found.code };
}

function globalsOf(reader, imported) {
  const values = new Map();
  const end = imported + reader.count();
  for (let index = imported; index < end; index++) {
    reader.at += 2;
    if (reader.byte() !== CONST) throw new Error(`Global ${index} of Pyodide's wasm does not begin as a number.`);
    values.set(index, reader.number());
    reader.at += 1;
  }
  return values;
}

function exportsOf(reader) {
  const found = new Map();
  for (let left = reader.count(); left > 0; left--) found.set(reader.text(), { kind: reader.byte(), index: reader.count() });
  return found;
}

function tableOf(reader) {
  const inOnePiece = reader.count() === 1 && reader.count() === 0 && reader.byte() === GLOBAL_GET;
  if (!inOnePiece) throw new Error("The table of Pyodide's wasm is not filled in one piece.");
  reader.count();
  reader.at += 1;
  return Array.from({ length: reader.count() }, () => reader.count());
}
