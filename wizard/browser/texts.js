// Short texts of the page, handed over by the build.

let texts = {};
let numbers = new Intl.NumberFormat("en");

/** Takes the texts of the page's language. */
export function useTexts(given, lang) {
  texts = given;
  // Western digits in every language: the same as in phone numbers and amounts beside them.
  numbers = new Intl.NumberFormat(`${lang}-u-nu-latn`, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** The text of that id with {names} filled in. */
export function text(id, values = {}) {
  return texts[`browser.${id}`].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Bytes as megabytes, one decimal. */
export function megabytes(bytes) {
  return numbers.format(bytes / 1e6);
}
