// The search. Words stay on the phone: they stand behind # in the address, and no request carries them.
const box = document.getElementById("search");
const form = box.querySelector("form");
const input = form.querySelector("input");
const status = box.querySelector("[role=status]");
const list = box.querySelector("ol");
const more = box.querySelector(".search__more");
const nothing = box.querySelector(".search__nothing");
const texts = form.dataset;
const PER_PAGE = 8;
const rightToLeft = document.dir === "rtl";
// From a number or Latin letter to the last one before right-to-left text; \u0001 and \u0002 stand for <mark>.
const OPPOSITE = /\u0001?[+(]?[0-9A-Za-z\u00c0-\u024f](?:[^\u0590-\u08ff]*[0-9A-Za-z\u00c0-\u024f%€)])?\u0002?/g;
let engine;
let turn = 0;
// Results of this search whose pages are not on the phone.
let missing = 0;
let rest = [];

// The index and its program are fetched once, when somebody begins to type.
function load() {
  engine ??= (async () => {
    const folder = new URL(`${texts.folder}/`, location.href).href;
    const pagefind = await import(`${folder}pagefind.js`);
    const ranking = { metaWeights: { title: 5, section: 3, at: 0 } };
    await pagefind.options({ basePath: folder, noWorker: true, metaCacheTag: "1", ranking });
    await pagefind.init();
    return pagefind;
  })();
  engine.catch(() => { engine = undefined; });
  return engine;
}

function piece(text) {
  const parts = document.createDocumentFragment();
  for (const [, open, words] of text.matchAll(/(\u0001?)([^\u0001\u0002]+)\u0002?/g)) {
    if (!open) parts.append(words);
    else parts.append(Object.assign(document.createElement("mark"), { textContent: words }));
  }
  return parts;
}

// Pagefind gives HTML with <mark>; in right-to-left text the parts from left to right are isolated.
function excerpt(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html.replaceAll("<mark>", "\u0001").replaceAll("</mark>", "\u0002");
  const text = holder.content.textContent;
  const line = document.createElement("p");
  let from = 0;
  for (const run of rightToLeft ? text.matchAll(OPPOSITE) : []) {
    const isolated = Object.assign(document.createElement("bdi"), { dir: "ltr" });
    isolated.append(piece(run[0]));
    line.append(piece(text.slice(from, run.index)), isolated);
    from = run.index + run[0].length;
  }
  line.append(piece(text.slice(from)));
  return line;
}

function entry(found) {
  const { title, section, at } = found.meta;
  const link = document.createElement("a");
  link.href = texts.root + at;
  link.append(Object.assign(document.createElement("bdi"), { textContent: title }));
  if (section) link.append(": ", Object.assign(document.createElement("bdi"), { textContent: section }));
  const row = document.createElement("li");
  row.append(link, excerpt(found.excerpt));
  return row;
}

async function showMore(mine) {
  const found = await Promise.allSettled(rest.splice(0, PER_PAGE).map((one) => one.data()));
  if (mine !== turn) return;
  const here = found.filter((one) => one.status === "fulfilled").map((one) => one.value);
  // Without internet only pages that were saved can be shown; with it a result that fails to load is a fault.
  if (here.length < found.length && navigator.onLine) throw found.find((one) => one.status === "rejected").reason;
  missing += found.length - here.length;
  const rows = here.map(entry);
  list.append(...rows);
  more.hidden = rest.length === 0;
  return rows[0]?.querySelector("a");
}

async function search(words) {
  const mine = ++turn;
  list.replaceChildren();
  more.hidden = nothing.hidden = true;
  missing = 0;
  status.textContent = words ? texts.searching : "";
  if (!words) return;
  try {
    const { results } = await (await load()).search(words);
    if (mine !== turn) return;
    rest = results;
    await showMore(mine);
    if (mine !== turn) return;
    nothing.hidden = results.length > 0;
    const said = [(results.length ? texts.found : texts.nothing).replace("{count}", results.length)];
    if (missing) said.push(texts.unsaved);
    status.textContent = said.join(" ");
  } catch (error) {
    console.error(error);
    if (mine === turn) status.textContent = texts.failed;
  }
}

function asked() {
  return new URLSearchParams(location.hash.slice(1)).get("q")?.trim() ?? "";
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const words = input.value.trim();
  history.replaceState(null, "", words ? `#${new URLSearchParams({ q: words })}` : location.pathname);
  search(words);
});
// A failed download is tried again, and told, when the words are sent.
input.addEventListener("input", () => load().catch(() => {}), { once: true });
more.addEventListener("click", async () => {
  try {
    (await showMore(turn))?.focus();
  } catch (error) {
    console.error(error);
    status.textContent = texts.failed;
  }
});
// Safari keeps the results of a page that somebody comes back to, but empties the field, right after this event.
addEventListener("pageshow", ({ persisted }) => persisted && setTimeout(() => { input.value = asked(); }));
addEventListener("hashchange", () => { input.value = asked(); search(asked()); });
box.querySelector(".search__off").hidden = true;
form.hidden = false;
input.value = asked();
if (asked()) search(asked());
