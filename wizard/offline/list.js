// The page "Without internet": what is kept on this phone, and ways to take it off again.

import { button, megabytes } from "./card.js";
import { day, element, lang, pages, records, root, text } from "./keep.js";

const place = document.querySelector("[data-saved-list]");

async function savedRow(record) {
  const row = document.createElement("li");
  const title = await text(record.group === "wizard" ? "wizard" : `name.${record.group}`);
  const values = { date: day(record.saved), room: megabytes(record.bytes) };
  row.append(element("strong", title), " ", element("span", await text("list.saved", values)), " ");
  row.append(await button("list.remove", { name: title }, "link-button", async () => {
    await (await import("./saving.js")).remove(record);
    await showList();
  }));
  return row;
}

/** Pages in the language of this page, with their titles. */
async function keptPages() {
  const rows = [];
  for (const request of await pages.keys()) {
    const response = await pages.match(request, { ignoreVary: true });
    if (!response?.headers.get("content-type")?.startsWith("text/html")) continue;
    const html = new DOMParser().parseFromString(await response.text(), "text/html");
    if (html.documentElement.lang !== lang || html.querySelector("[data-saved-list]")) continue;
    // A page with a quick way out is one that others should not see: it opens without internet, but is not named here.
    if (html.querySelector("[data-leave]")) continue;
    const title = html.querySelector("h1")?.textContent ?? request.url.slice(root.length);
    const link = element("a", title, { href: request.url });
    const row = document.createElement("li");
    row.append(link);
    rows.push(row);
  }
  return rows;
}

async function section(id, rows) {
  const list = element("ul", "", { className: "kept", dir: "" });
  list.append(...rows);
  return [element("h2", await text(id)), list];
}

/** Shows the lists anew. */
export async function showList() {
  const wanted = decodeURIComponent(location.hash.slice(1));
  const parts = [];
  // The worker sends people here who asked for a page that is not on the phone.
  if (wanted && !/[^\w/-]/.test(wanted)) {
    const box = element("div", "", { className: "notice" });
    box.append(element("p", await text("missing")), element("a", await text("again"), { href: root + wanted }));
    parts.push(box);
  }
  const saved = await Promise.all((await records()).map(savedRow));
  const kept = await keptPages();
  if (saved.length) parts.push(...(await section("list.heading", saved)));
  if (kept.length) parts.push(...(await section("list.pages", kept)));
  if (saved.length || kept.length) {
    parts.push(await button("list.delete", {}, "button button--quiet", async () => {
      for (const name of await caches.keys()) if (name.startsWith("wegweiser-")) await caches.delete(name);
      place.replaceChildren(element("p", await text("list.deleted"), { role: "status" }));
    }));
  } else parts.push(element("p", await text("list.nothing")));
  place.replaceChildren(...parts);
}
