// Marks facts that have grown old since the page was built, by the day on the visitor's phone.
const yearAgo = new Date();
yearAgo.setFullYear(yearAgo.getFullYear() - 1);
const yearAgoDay = yearAgo.toISOString().slice(0, 10);
for (const line of document.querySelectorAll("[data-checked]")) {
  const mark = line.querySelector(".old");
  if (mark && line.dataset.checked <= yearAgoDay) mark.hidden = false;
}
// Paper cannot be tapped: folded parts are open in print and folded again after it.
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("main details:not([open])")];
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
// German words: a tap opens their explanation in a small box. Where that cannot be, the word stays a link to the glossary.
if (HTMLElement.prototype.togglePopover) {
  for (const link of document.querySelectorAll("a.term")) {
    const box = link.nextElementSibling;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "term";
    button.lang = link.lang;
    button.dir = link.dir;
    button.textContent = link.textContent;
    link.replaceWith(button);
    link.className = "";
    link.lang = box.lang;
    link.dir = box.dir;
    link.textContent = document.body.dataset.glossary;
    box.append(link);
    box.popover = "auto";
    box.hidden = false;
    button.popoverTargetElement = box;
    box.addEventListener("toggle", (event) => {
      if (event.newState !== "open") return;
      const word = button.getBoundingClientRect();
      const below = word.bottom + box.offsetHeight + 8 < innerHeight || word.top < box.offsetHeight + 8;
      const start = box.dir === "rtl" ? word.right - box.offsetWidth : word.left;
      const left = Math.max(8, Math.min(start, document.documentElement.clientWidth - box.offsetWidth - 8));
      box.style.left = `${left + scrollX}px`;
      box.style.top = `${(below ? word.bottom + 4 : word.top - box.offsetHeight - 4) + scrollY}px`;
    });
  }
}
