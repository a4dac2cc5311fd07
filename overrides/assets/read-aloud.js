// Reads a page aloud, block by block, with the voices of the phone itself, and marks the block that is being read.
// One utterance per sentence: Chrome falls silent in long ones, and `pause()` does nothing on Android.
const BLOCKS = "h1,h2,h3,h4,p,li,dt,dd,td,th,blockquote,figcaption,div,section,article";
const SKIPPED = "button,summary,thead,select,input,textarea,svg,script,style,template,.tools,.used,.report,.sources,.source-list,.printed-sources,.label,.in-other-language,[aria-hidden=true],[hidden]";

export const language = (lang) => lang.toLowerCase().replace("_", "-").split("-")[0];

// Voices of other companies' servers would be told what is read: only the phone's own are used.
export const voiceFor = (lang) =>
  speechSynthesis.getVoices().find((voice) => voice.localService && language(voice.lang) === language(lang));

// What there is to read: texts with the block they stand in, in the order of the page.
export function readable(root) {
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement: parent } = walker.currentNode;
    if (!data.trim() || parent.closest(SKIPPED) || !parent.getClientRects().length) continue;
    const block = parent.closest(BLOCKS);
    const last = found.at(-1);
    if (last?.block === block) last.text += data;
    else found.push({ block, text: data });
  }
  return found.map(({ block, text }) => ({ block, text: text.replace(/\s+/g, " ").trim(), lang: block.closest("[lang]").lang }));
}

function sentences({ block, text, lang }) {
  if (!Intl.Segmenter) return [{ block, text, lang }];
  return [...new Intl.Segmenter(lang, { granularity: "sentence" }).segment(text)].map((part) => ({ block, text: part.segment, lang }));
}

let stopRunning = null;

export function readAloud(button) {
  if (stopRunning) return stopRunning();
  const labels = button.dataset;
  const parts = readable(document.querySelector("main")).flatMap(sentences).filter((part) => voiceFor(part.lang));
  let at = 0;
  let turn = 0;
  let marked = null;

  const bar = document.createElement("div");
  bar.className = "reading-bar";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", labels.bar);
  const made = (text, act) => {
    const one = document.createElement("button");
    one.type = "button";
    one.textContent = text;
    one.addEventListener("click", act);
    return one;
  };
  const pause = made(labels.pause, () => (pause.textContent === labels.pause ? hold() : speak()));
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  bar.append(pause, made(labels.stop, () => stop()), said);

  const mark = (block) => {
    if (block === marked) return;
    marked?.classList.remove("being-read");
    marked = block;
    if (!block) return;
    block.classList.add("being-read");
    const { top, bottom } = block.getBoundingClientRect();
    if (top >= 0 && bottom <= innerHeight - bar.offsetHeight) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    block.scrollIntoView({ block: bottom - top > innerHeight / 2 ? "start" : "center", behavior: calm ? "auto" : "smooth" });
  };
  const hold = () => {
    turn += 1;
    speechSynthesis.cancel();
    pause.textContent = labels.continue;
  };
  const stop = (message = "") => {
    turn += 1;
    speechSynthesis.cancel();
    mark(null);
    removeEventListener("pagehide", leave);
    stopRunning = null;
    const hadFocus = bar.contains(document.activeElement);
    if (message) {
      said.textContent = message;
      pause.remove();
      return;
    }
    bar.remove();
    if (hadFocus) button.focus({ preventScroll: true });
  };
  const leave = () => stop();
  const speak = () => {
    if (at >= parts.length) return stop();
    pause.textContent = labels.pause;
    const mine = (turn += 1);
    const part = parts[at];
    const utterance = new SpeechSynthesisUtterance(part.text);
    utterance.voice = voiceFor(part.lang);
    utterance.lang = utterance.voice.lang;
    utterance.onend = () => {
      if (mine !== turn) return;
      at += 1;
      speak();
    };
    utterance.onerror = (event) => {
      if (mine === turn && !["interrupted", "canceled"].includes(event.error)) stop(labels.failed);
    };
    mark(part.block);
    speechSynthesis.speak(utterance);
  };

  stopRunning = stop;
  document.querySelector(".reading-bar")?.remove();
  document.body.append(bar);
  addEventListener("pagehide", leave);
  pause.focus({ preventScroll: true });
  if (parts.length) speak();
  else stop(labels.failed);
}
