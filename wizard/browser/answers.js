// The visitor's answers: kept in this tab only, and in a link only when the visitor asks for one.

const KEY = "wegweiser.answers";
const MARK = "#a=";

/** An answer as the rules take it: text, number, yes/no, several texts, or null for "I don't know". */
function usable(value) {
  if (Array.isArray(value)) return value.length <= 50 && value.every((item) => typeof item === "string");
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

/** The object when it can be answers, else null. The rules check names and values themselves. */
function checked(object) {
  if (typeof object !== "object" || object === null || Array.isArray(object)) return null;
  const entries = Object.entries(object);
  return entries.length <= 200 && entries.every(([, value]) => usable(value)) ? upToDate(object) : null;
}

/** Answers as the part of a link behind `#`, which browsers never send. */
export function toHash(answers) {
  const bytes = new TextEncoder().encode(JSON.stringify(answers));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return MARK + btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

// Asked only of people who think of leaving, and only after their goals.
const AFTER_GOALS = ["residence_country", "age", "german_level"];

/** Answers made before visitors were asked for their goals mean what they meant then: no goal named. */
function upToDate(answers) {
  const old = !("goals" in answers) && AFTER_GOALS.some((field) => field in answers);
  return old ? { ...answers, goals: null } : answers;
}

/** Answers of a link: undefined when it has none, null when they cannot be read. */
export function fromHash(hash) {
  if (!hash.startsWith(MARK)) return undefined;
  try {
    const binary = atob(hash.slice(MARK.length).replace(/-/g, "+").replace(/_/g, "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return checked(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    return null;
  }
}

/** Answers kept for a reload; empty when there are none or the browser keeps nothing. */
export function remembered() {
  try {
    return checked(JSON.parse(sessionStorage.getItem(KEY))) ?? {};
  } catch {
    return {};
  }
}

/** Keeps answers for a reload and for the same page in another language. */
export function remember(answers) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(answers));
  } catch {
    // Private windows of some browsers keep nothing: the answers then live as long as the page.
  }
}

/** Wipes what was kept. */
export function forget() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
