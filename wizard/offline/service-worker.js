// Makes pages work without the internet. Runs beside all pages of the site, which may be of different builds at once:
// so it knows no page and no file by name. What keeps pages and rules of one build together is that each page names its
// files by the hash of their content. A file below assets/ never changes; it goes when no kept page names it any more.

const EDITION = "{{ edition }}";
const FOLDERS = "{{ folders }}".split(" ");
const PAGES = "wegweiser-pages";
const ASSETS = "wegweiser-assets";
// Longer than this nobody waits for the network when there is a copy on the phone.
const PATIENCE = 3000;
// A file or folder with the hash in its name: `assets/guide.28c7663c`, `assets/wizard/920ab957c8`.
const UNIT = /assets\/[\w./-]*?[0-9a-f]{8,}/g;
const root = self.registration.scope;
const ANY = { ignoreVary: true };

self.addEventListener("activate", (event) => event.waitUntil(activate()));

// The browser starts a new worker only when no page that the old one serves is open: no open page loses its files here.
async function activate() {
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
  for (const name of await caches.keys()) {
    if (name.startsWith("wegweiser-") && name !== PAGES && name !== ASSETS) await caches.delete(name);
  }
  const [pages, assets] = [await caches.open(PAGES), await caches.open(ASSETS)];
  const named = new Set();
  for (const page of await pages.matchAll()) {
    for (const [unit] of (await page.text()).matchAll(UNIT)) named.add(unit);
  }
  for (const { url } of await assets.keys()) {
    if (!named.has(url.match(UNIT)?.[0])) await assets.delete(url, ANY);
  }
}

self.addEventListener("message", ({ data, ports }) => {
  if (data === "edition") ports[0].postMessage(EDITION);
});

self.addEventListener("fetch", (event) => {
  const { cache, method, mode, url } = event.request;
  // "no-store": saving by a tap looks after its files itself.
  if (method !== "GET" || cache === "no-store" || !url.startsWith(root)) return;
  if (mode === "navigate") event.respondWith(page(event));
  else if (url.startsWith(`${root}assets/`)) event.respondWith(asset(event));
  else event.respondWith(other(event.request));
});

// Pages: from the network; when it is silent for too long, fails or has a fault, the copy with its day on it.
async function page(event) {
  const key = event.request.url.split(/[?#]/)[0];
  const pages = await caches.open(PAGES);
  const saved = await pages.match(key, ANY);
  const fresh = (async () => {
    const response = (await event.preloadResponse) ?? (await fetch(event.request));
    // Where the standard has a failed preload rejected, Firefox hands over an answer that is none.
    if (response.type === "error") throw new Error("no answer");
    if (response.status >= 500 && saved) throw new Error(`answer ${response.status}`);
    const isPage = response.status === 200 && response.headers.get("content-type")?.startsWith("text/html");
    if (isPage) event.waitUntil(pages.put(key, response.clone()));
    return response;
  })();
  if (!saved) return fresh.catch(() => notSaved(key, pages));
  // What comes too late for this time is kept for the next.
  event.waitUntil(fresh.catch(() => undefined));
  const late = new Promise((_, reject) => setTimeout(reject, PATIENCE));
  return Promise.race([fresh, late]).catch(() => marked(saved));
}

async function marked(saved) {
  const html = (await saved.text()).replace("<html ", `<html data-saved="${saved.headers.get("date") ?? ""}" `);
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
}

async function notSaved(key, pages) {
  const own = FOLDERS.find((one) => one && key.startsWith(root + one)) ?? "";
  for (const folder of [own, ...FOLDERS]) {
    const address = `${root}${folder}offline/`;
    const known = key !== address && (await pages.match(address, ANY));
    if (known) return Response.redirect(`${address}#${key.slice(root.length)}`);
  }
  return Response.error();
}

// Files with a hash in their address: from the phone. "reload" says that the kept copy is damaged. What stands behind
// `?` changes nothing: Pagefind asks for the list of its files with one.
async function asset(event) {
  const { cache } = event.request;
  const [url] = event.request.url.split("?");
  const assets = await caches.open(ASSETS);
  const kept = cache === "reload" ? undefined : await assets.match(url, ANY);
  if (kept) return kept;
  const response = await fetch(event.request);
  if (response.status === 200) event.waitUntil(assets.put(url, response.clone()));
  return response;
}

// The rest, for example the search index: from the network, or the copy that was saved by a tap.
const other = (request) => fetch(request).catch(async () => (await caches.match(request.url, ANY)) ?? Response.error());
