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
// Use without internet: not before the page is done, and only what the phone can do. Reading needs none of it.
const offline = document.querySelector("script[data-offline]");
if (offline && "serviceWorker" in navigator && "caches" in window) {
  const begin = () => {
    import(new URL(`${offline.dataset.offline}keep.js`, document.baseURI).href).catch((error) => console.info(`Nothing is kept: ${error.message}`));
  };
  const later = () => (window.requestIdleCallback ?? setTimeout)(begin);
  if (document.readyState === "complete") later();
  else addEventListener("load", later, { once: true });
}
