// What every page does once it has loaded: starts the service worker, keeps what was visited, tells of old copies and
// of new facts. Nothing here is needed to read a page.

export const EDITION = "{{ edition }}";
const PAGES = "wegweiser-pages";
const ASSETS = "wegweiser-assets";
// More pages than anybody reads; the oldest go first, what was saved by a tap stays.
const MOST_PAGES = 80;
const ANY = { ignoreVary: true };

export const here = new URL(".", import.meta.url).href;
export const root = new URL("../../../", here).href;
export const lang = document.documentElement.lang;
const tag = document.querySelector("script[data-offline]");
export const group = tag.dataset.group ?? "";

export const pages = await caches.open(PAGES);
export const assets = await caches.open(ASSETS);

let texts;
/** The text of that id with {names} filled in. */
export async function text(id, values = {}) {
  texts ??= fetch(`${here}${lang}.json`).then((response) => response.json());
  // Numbers and names stand isolated: in right-to-left text their order would turn round.
  return (await texts)[id].replace(/\{(\w+)\}/g, (whole, name) => (name in values ? `\u2068${values[name]}\u2069` : whole));
}

/** An element with words in it; a text that is not translated yet runs in its own direction. */
export function element(name, words, { role, ...properties } = {}) {
  const made = Object.assign(document.createElement(name), { textContent: words, dir: "auto", ...properties });
  if (role) made.setAttribute("role", role);
  return made;
}

/** A day or time in the words of the page's language, with Western digits as everywhere in the guide. */
export function day(date) {
  const locale = lang === "en" ? "en-GB" : lang;
  return new Intl.DateTimeFormat(`${locale}-u-nu-latn`, { dateStyle: "long" }).format(new Date(date));
}

export const plainAddress = () => location.href.split(/[?#]/)[0];

/** Where the record of a saved group stands; it lists the group's files. */
export const recordOf = (name) => `${root}offline/saved/${name}.json`;

/** All that was saved by a tap. */
export async function records() {
  const found = (await pages.keys()).filter(({ url }) => url.startsWith(recordOf("").replace(".json", "")));
  return Promise.all(found.map(async (request) => (await pages.match(request, ANY)).json()));
}

/**
 * Whether the phone saves data, or megabytes take minutes. Also in wizard/browser/kept.js, and a test keeps both the
 * same: a file for the two would be one more request for each visitor, here after keep.js and there before Python.
 */
function savesData() {
  const { saveData, effectiveType } = navigator.connection ?? {};
  return Boolean(saveData) || /2g/.test(effectiveType ?? "");
}

async function notice(id, values, button, action) {
  if (document.getElementById(`offline-${id}`)) return;
  const box = element("aside", "", { className: "notice notice--offline", id: `offline-${id}`, role: "status" });
  const tap = element("button", await text(button), { type: "button", className: "link-button", onclick: action });
  box.append(element("p", await text(id, values)), tap);
  document.querySelector("main").prepend(box);
}

/** A page from the phone says so, with its day: numbers in it may have changed. */
async function tellOldCopy() {
  const { saved } = document.documentElement.dataset;
  if (saved === undefined) return;
  const values = { date: saved && day(saved) };
  await notice(saved ? "copy" : "copy.no_date", values, "again", () => location.reload());
}

/** Whatever is open stays as it is; a new build is offered, and only when its facts differ. */
async function tellNewFacts(worker) {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
  worker.postMessage("edition", [port2]);
  if ((await answer) !== EDITION) await notice("new", {}, "new.show", () => location.reload());
}

/** Keeps files this page has loaded already: from the browser's own store, so that not a byte is loaded twice. */
export async function keepLoaded(addresses) {
  for (const address of addresses) {
    if (await assets.match(address, ANY)) continue;
    const request = new Request(address, { cache: "only-if-cached", mode: "same-origin" });
    const response = await fetch(request).catch(() => null);
    if (response?.ok) await assets.put(address, response);
  }
}

/** Keeps a page, last: what it needs to be shown and to speak is kept before it. */
async function keepPage(address, language, cache) {
  const response = await fetch(address, { cache });
  if (!response.ok) return;
  const html = await response.clone().text();
  // Its style and small scripts too: this page may have others, or have its style inside.
  for (const [path] of html.matchAll(/assets\/[\w-]+\.[\w.-]*?[0-9a-f]{8}\.(?:css|js)/g)) {
    if (!(await assets.match(root + path, ANY))) await assets.add(root + path);
  }
  const beside = `${here}${language}.json`;
  if (!(await assets.match(beside, ANY))) await assets.add(beside);
  await pages.put(address, response);
}

async function isKept(address) {
  return (await (await pages.match(address, ANY))?.text())?.includes(tag.dataset.offline.replaceAll("../", "")) ?? false;
}

/** The first visit comes before the worker; later ones it keeps by itself. */
async function keepVisited() {
  if (document.documentElement.dataset.saved !== undefined) return;
  if (!(await pages.match(plainAddress(), ANY))) await keepPage(plainAddress(), lang, "force-cache");
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  await keepLoaded(loaded.filter((name) => name.startsWith(`${root}assets/`)));
  if (savesData()) return;
  const folder = document.querySelector(".brand").href;
  if (!(await pages.match(`${folder}offline/`, ANY))) {
    await keepPage(`${folder}offline/`, lang, "default");
    for (const name of ["card.js", "list.js"]) if (!(await assets.match(here + name, ANY))) await assets.add(here + name);
  }
  // Somebody else reads another language: the page of a country comes in all of them, some 15 KB each.
  if (!group || group === "wizard") return;
  for (const { href, lang: language } of document.querySelectorAll(".languages a:not([aria-current])")) {
    if (!(await isKept(href))) await keepPage(href, language, "default");
  }
}

async function dropOldest() {
  const saved = new Set((await records()).flatMap(({ files }) => Object.keys(files).map((path) => root + path)));
  const visited = (await pages.keys()).filter(({ url }) => !saved.has(url) && !url.endsWith(".json"));
  for (const request of visited.slice(0, Math.max(0, visited.length - MOST_PAGES))) await pages.delete(request, ANY);
}

async function active(registration) {
  const worker = registration.active;
  if (worker.state === "activated") return;
  await new Promise((resolve) => {
    worker.addEventListener("statechange", () => worker.state === "activated" && resolve());
  });
}

async function start() {
  await tellOldCopy();
  if (group) (await import("./card.js")).showCard();
  if (document.querySelector("[data-saved-list]")) (await import("./list.js")).showList();
  const address = `${root}service-worker.js`;
  await navigator.serviceWorker.register(address, { scope: root, updateViaCache: "none" });
  const registration = await navigator.serviceWorker.ready;
  registration.addEventListener("updatefound", () => tellNewFacts(registration.installing));
  if (registration.waiting) await tellNewFacts(registration.waiting);
  await active(registration);
  await keepVisited();
  await dropOldest();
}

start().catch((error) => console.warn(`Use without internet is not possible: ${error.message}`));
