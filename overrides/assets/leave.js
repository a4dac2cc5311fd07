// The quick way out: the page is gone at once, also on a slow network, and the tab's way back does not lead to it.
const link = document.querySelector("[data-leave]");
const TIMES = 3;
const WITHIN = 5000;
// Nothing is seen any more while it waits.
const PATIENCE = 300;
let presses = [];

// The page "Without internet" lists what is kept, with its title.
async function forget() {
  const [own] = location.href.split(/[?#]/);
  if ("caches" in window) await (await caches.open("wegweiser-pages")).delete(own, { ignoreVary: true });
}

function leave() {
  document.body.hidden = true;
  document.title = "";
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  Promise.race([forget(), late]).finally(() => location.replace(link.href));
}

link.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});
addEventListener("keydown", ({ key, repeat, timeStamp }) => {
  if (repeat) return;
  presses = key === "Shift" ? [...presses, timeStamp].slice(-TIMES) : [];
  if (presses.length === TIMES && timeStamp - presses[0] < WITHIN) leave();
});
document.querySelector(".leave__why > span").hidden = !matchMedia("(any-hover: hover)").matches;
