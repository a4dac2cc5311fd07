// "Use this without internet": the card below a country, its next steps and the questions.

import { day, EDITION, element, group, lang, pages, recordOf, text } from "./keep.js";

// Loaded at the first tap: most visitors save nothing.
const saving = () => import("./saving.js").catch((error) => {
  throw Object.assign(error, { name: "SavingError", cause: navigator.onLine ? "changed" : "network" });
});
const ANY = { ignoreVary: true };
const numbers = new Intl.NumberFormat(`${lang}-u-nu-latn`, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const said = document.getElementById("offline-said");
const buttons = document.querySelector(".offline-buttons");

/** Bytes as megabytes, never zero: nothing is free of charge. */
export function megabytes(bytes) {
  return numbers.format(Math.max(bytes / 1e6, 0.1));
}

/** A button that does one thing at a time. */
export async function button(id, values, kind, action) {
  const made = element("button", await text(id, values), { type: "button", className: kind });
  made.addEventListener("click", action);
  return made;
}

async function show(sentence, ...parts) {
  said.textContent = sentence;
  const hadFocus = buttons.contains(document.activeElement) || document.activeElement === said;
  buttons.replaceChildren(...parts);
  // The button that was tapped is gone; the next one takes its place.
  if (hadFocus) (buttons.querySelector("button") ?? said).focus();
}

const record = async () => (await pages.match(recordOf(group), ANY))?.json();

async function rest(sentence) {
  const saved = await record();
  if (!saved) {
    await show(sentence ?? (await text("size_first")), await button("ask", {}, "button button--quiet", ask));
    return;
  }
  const date = day(saved.saved);
  const old = saved.edition !== EDITION;
  const parts = [await button("remove", { room: megabytes(saved.bytes) }, "link-button", undo)];
  if (old) parts.unshift(await button("update", {}, "button button--quiet", ask));
  await show(sentence ?? (await text(old ? "saved.old" : "saved", { date })), ...parts);
}

async function ask() {
  await guarded(async () => {
    await show(await text("counting"));
    const needed = await (await saving()).plan(group);
    const values = { load: megabytes(needed.load), room: megabytes(needed.room) };
    if (needed.missing.length === 0) {
      await start(needed);
      return;
    }
    await show(
      await text("size", values),
      await button("start", values, "button", () => start(needed)),
      await button("not_now", {}, "link-button", () => rest()),
    );
  });
}

async function start(needed) {
  const stop = new AbortController();
  const bar = Object.assign(document.createElement("progress"), { max: 1, value: 0 });
  bar.setAttribute("aria-labelledby", "offline-said");
  const total = megabytes(needed.load);
  const template = await text("loading", { total });
  const loaded = (done) => template.replace("{done}", `\u2068${megabytes(done)}\u2069`);
  let shown = "";
  await guarded(async () => {
    await show(loaded(0), bar, await button("cancel", {}, "link-button", () => stop.abort()));
    await (await saving()).save(needed, stop.signal, (done) => {
      bar.value = needed.load ? done / needed.load : 1;
      // Screen readers hear quarters, not each tenth of a megabyte.
      const quarter = Math.floor(bar.value * 4);
      if (quarter !== shown) said.textContent = loaded(done);
      shown = quarter;
    });
    await rest();
  });
}

async function undo() {
  await guarded(async () => {
    const saved = await record();
    const freed = saved ? await (await saving()).remove(saved) : 0;
    await rest(await text("removed", { room: megabytes(freed) }));
  });
}

/** Says in one sentence what stopped it; faults of ours go to the console too. */
async function guarded(task) {
  try {
    await task();
  } catch (error) {
    const known = error.name === "SavingError";
    if (!known) console.error(error);
    const { need, free } = error.values ?? {};
    const values = { need: megabytes(need ?? 0), free: megabytes(free ?? 0) };
    await rest(await text(`failed.${known ? error.cause : "unknown"}`, values));
  }
}

/** The card stands in the page already: its button becomes of use, or it tells what is saved. */
export const showCard = () => rest();
