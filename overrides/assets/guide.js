// Marks facts that have grown old, and amounts that have ended, since the page was built: by the day on the visitor's phone.
const yearAgo = new Date();
yearAgo.setFullYear(yearAgo.getFullYear() - 1);
const yearAgoDay = yearAgo.toISOString().slice(0, 10);
const today = new Date().toISOString().slice(0, 10);
function mark(name) {
  const made = document.createElement("strong");
  made.className = "old";
  made.textContent = document.querySelector("main").dataset[name];
  return made;
}
function markOld() {
  for (const line of document.querySelectorAll("[data-checked]")) {
    if (line.dataset.checked <= yearAgoDay && !line.querySelector(".old")) line.append(" ", mark("old"));
  }
  for (const amount of document.querySelectorAll("[data-to]")) {
    if (amount.dataset.to >= today || amount.querySelector(".old")) continue;
    amount.append(" ", mark("ended"));
  }
}
markOld();
// A plan comes later, and its cards were made with the site.
const plan = document.getElementById("wizard-plan");
if (plan) new MutationObserver(markOld).observe(plan, { childList: true, subtree: true });
// Paper cannot be tapped: folded parts are open in print and folded again after it. Only the ways in a plan stay as they
// are: their table is on the paper, and all 32 in full would be a booklet.
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("main details:not([open])")].filter((part) => !part.closest("#wizard-plan .route:not([open])"));
  for (const part of opened) part.open = true;
});
addEventListener("afterprint", () => {
  for (const part of opened) part.open = false;
  opened = [];
});
// The print link does something only where there is this script.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
// Where there is room, the table of contents is open.
const contents = document.querySelector(".toc > details");
if (contents && matchMedia("(min-width: 72rem)").matches) contents.open = true;
// The menu closes with Escape, and when somebody taps beside it.
const menu = document.querySelector("details.menu");
if (menu) {
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  addEventListener("click", (event) => {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
}
// What only some visitors use is loaded when they use it.
const load = (address) => import(new URL(address, document.baseURI));
// German words: a tap opens their explanation in a small box. Where that cannot be, the word stays a link to the glossary.
if (HTMLElement.prototype.togglePopover) {
  for (const link of document.querySelectorAll("a.term")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "term";
    button.lang = link.lang;
    button.dir = link.dir;
    button.textContent = link.textContent;
    link.replaceWith(button);
    button.addEventListener("click", () => {
      load(document.body.dataset.terms).then((part) => part.explain(button, link), () => { location.href = link.href; });
    }, { once: true });
  }
}
// Facts that are due to be checked again.
const used = document.querySelector(".used");
for (const group of document.querySelectorAll(".used [data-due]")) {
  if (group.dataset.due > today) continue;
  for (const mark of [group.querySelector(".old"), used.querySelector("summary .old")]) mark.hidden = false;
}
const share = document.querySelector("[data-share]");
if (share) {
  // Not on "toggle": paper opens what is folded, and needs no buttons.
  let complete = () => {
    load(share.dataset.share).then((part) => part.completeShare(share));
    complete = () => {};
  };
  share.querySelector("summary").addEventListener("click", (event) => {
    if (share.open) return;
    if (!navigator.share) {
      complete();
      return;
    }
    event.preventDefault();
    // Without what stands behind `#`: a page is shared, never an answer.
    navigator.share({ title: document.title, url: location.origin + location.pathname }).catch((fault) => {
      if (fault.name === "AbortError") return;
      share.open = true;
      complete();
    });
  });
}
const report = document.querySelector("[data-report]");
if (report) load(report.dataset.report).then((part) => part.completeReport(report));
// The button to listen appears only where the phone has a voice of its own for the language of the page.
const listen = document.querySelector("[data-listen]");
if (listen && "speechSynthesis" in window) {
  const own = document.documentElement.lang.split("-")[0];
  const look = () => {
    listen.hidden = !speechSynthesis.getVoices().some((voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === own);
  };
  look();
  speechSynthesis.addEventListener("voiceschanged", look);
  listen.addEventListener("click", () => load(listen.dataset.listen).then((part) => part.readAloud(listen)));
}
// Use without internet: not before the page is done, and only what the phone can do. Reading needs none of it.
const offline = document.querySelector("script[data-offline]");
if (offline && "serviceWorker" in navigator && "caches" in window) {
  const begin = () => {
    import(new URL(`${offline.dataset.offline}keep.js`, document.baseURI).href).catch((error) => {
      console.info(`Nothing is kept: ${error.message}`);
      document.getElementById("offline")?.remove();
    });
  };
  const later = () => (window.requestIdleCallback ?? setTimeout)(begin);
  if (document.readyState === "complete") later();
  else addEventListener("load", later, { once: true });
} else document.getElementById("offline")?.remove();
