// The explanations of German words, loaded when the first of them is tapped. `WORDS` has them by the anchor in the glossary.
export function explain(button, link) {
  const [meaning, text, lang, dir] = WORDS[link.hash.slice(1)];
  const box = document.createElement("span");
  box.className = "term__box";
  box.lang = lang;
  box.dir = dir;
  const strong = document.createElement("strong");
  strong.textContent = meaning;
  link.className = "";
  link.lang = document.documentElement.lang;
  link.dir = document.documentElement.dir;
  link.textContent = document.body.dataset.glossary;
  box.append(strong, " ", text, " ", link);
  box.popover = "auto";
  button.after(box);
  button.popoverTargetElement = box;
  box.addEventListener("toggle", (event) => {
    if (event.newState !== "open") return;
    const word = button.getBoundingClientRect();
    const below = word.bottom + box.offsetHeight + 8 < innerHeight || word.top < box.offsetHeight + 8;
    const start = dir === "rtl" ? word.right - box.offsetWidth : word.left;
    const left = Math.max(8, Math.min(start, document.documentElement.clientWidth - box.offsetWidth - 8));
    box.style.left = `${left + scrollX}px`;
    box.style.top = `${(below ? word.bottom + 4 : word.top - box.offsetHeight - 4) + scrollY}px`;
  });
  box.showPopover();
}
