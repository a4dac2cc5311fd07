// Saves all files of a group, or none: the build's lists name them with size and check sum.

import { assets, EDITION, here, pages, recordOf, records, root } from "./keep.js";

const ANY = { ignoreVary: true };
const UNIT = /assets\/[\w./-]*?[0-9a-f]{8,}/g;
// Servers and phones both get slower when more is under way at once.
const AT_ONCE = 3;

/** Why saving stopped; `cause` names the sentence the visitor reads. */
export class SavingError extends Error {
  constructor(cause, values = {}, detail = cause) {
    super(detail);
    this.name = "SavingError";
    this.cause = cause;
    this.values = values;
  }
}

const storeOf = (path) => (path.startsWith("assets/") ? assets : pages);

async function digest(content) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return Array.from(bytes.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The files of a group as {path, bytes, load, sum}; `bytes` on the phone, `load` through the air. */
async function filesOf(group) {
  const lists = group === "wizard" ? ["common"] : ["common", group];
  const rows = await Promise.all(lists.map(async (name) => {
    const response = await fetch(`${here}${name}.json`).catch(() => null);
    if (!response?.ok) throw new SavingError(response?.status === 404 ? "changed" : "network");
    return response.json();
  }));
  return rows.flat().map(([path, bytes, load, sum]) => ({ path, bytes, load, sum }));
}

async function isWhole({ path, sum }) {
  const kept = await storeOf(path).match(root + path, ANY);
  return Boolean(kept) && (await digest(await kept.arrayBuffer())) === sum;
}

/** What saving the group needs: all files, those to load, and both sizes in bytes. */
export async function plan(group) {
  const files = await filesOf(group);
  const missing = [];
  for (const file of files) if (!(await isWhole(file))) missing.push(file);
  const sum = (key, of) => of.reduce((total, file) => total + file[key], 0);
  return { group, files, missing, load: sum("load", missing), room: sum("bytes", missing), all: sum("bytes", files) };
}

async function enoughRoom({ room }) {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  if (quota !== undefined && quota - usage < room) throw new SavingError("room", { need: room, free: Math.max(0, quota - usage) });
}

async function load({ path, bytes, load: size, sum }, signal, count) {
  const interrupted = (error) => new SavingError("network", {}, `${path}: ${error.message}`);
  const response = await fetch(root + path, { cache: "no-store", signal }).catch((error) => {
    throw interrupted(error);
  });
  if (!response.ok) throw new SavingError(response.status === 404 ? "changed" : "network", {}, `${path}: ${response.status}`);
  const chunks = [];
  let counted = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((error) => {
      throw interrupted(error);
    });
    if (done) break;
    chunks.push(value);
    const share = Math.min(size - counted, (value.byteLength / bytes) * size);
    counted += share;
    count(share);
  }
  const content = await new Blob(chunks).arrayBuffer();
  // Another build is on the server by now, or the file is damaged: pages and rules would not fit together.
  if ((await digest(content)) !== sum) throw new SavingError("changed", {}, `${path} has a wrong check sum`);
  const headers = { "content-type": response.headers.get("content-type"), date: response.headers.get("date") ?? "" };
  return new Response(content, { headers });
}

/** Loads what is missing, files before the pages that name them, and writes the record last. */
export async function save({ group, files, missing, room, all }, signal, onProgress) {
  await enoughRoom({ room });
  const queue = [...missing];
  const held = [];
  // What stood in the place of each file before, to put it back.
  const replaced = new Map();
  const put = async (path, response) => {
    replaced.set(path, await storeOf(path).match(root + path, ANY));
    await storeOf(path).put(root + path, response);
  };
  const together = new AbortController();
  signal.addEventListener("abort", () => together.abort());
  let failure;
  let done = 0;
  const work = async () => {
    try {
      for (let file = queue.shift(); file; file = queue.shift()) {
        const response = await load(file, together.signal, (share) => onProgress((done += share)));
        if (file.path.startsWith("assets/")) await put(file.path, response);
        else held.push([file.path, response]);
      }
    } catch (error) {
      failure ??= signal.aborted ? new SavingError("cancelled") : error;
      queue.length = 0;
      together.abort();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  try {
    if (failure) throw failure;
    for (const [path, response] of held) await put(path, response);
    await writeRecord({ group, edition: EDITION, saved: new Date().toISOString(), bytes: all }, files);
  } catch (error) {
    const full = error.name === "QuotaExceededError";
    // A torn connection keeps what is whole, so that the next try goes on from there.
    if (full || error.cause === "cancelled") await putBack(replaced);
    throw full ? new SavingError("full") : error;
  }
  // Where browsers clear what was not used for a while, this asks them not to. Nothing waits for it: Firefox asks the visitor.
  navigator.storage?.persist?.();
}

async function writeRecord(head, files) {
  const record = { ...head, files: Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])) };
  const headers = { "content-type": "application/json" };
  await pages.put(recordOf(head.group), new Response(JSON.stringify(record), { headers }));
}

async function putBack(replaced) {
  for (const [path, before] of replaced) {
    await storeOf(path).delete(root + path, ANY);
    if (before) await storeOf(path).put(root + path, before);
  }
}

/** Takes a saved group off the phone; what other kept pages need stays. The bytes that are free again. */
export async function remove(record) {
  await pages.delete(recordOf(record.group), ANY);
  const others = new Set((await records()).flatMap(({ files }) => Object.keys(files)));
  const own = Object.entries(record.files).filter(([path]) => !others.has(path));
  let freed = 0;
  const drop = async (path, bytes) => {
    if (await storeOf(path).delete(root + path, ANY)) freed += bytes;
  };
  for (const [path, bytes] of own) if (!path.startsWith("assets/")) await drop(path, bytes);
  const named = new Set();
  for (const page of await pages.matchAll()) for (const [unit] of (await page.text()).matchAll(UNIT)) named.add(unit);
  for (const [path, bytes] of own) {
    if (path.startsWith("assets/") && !named.has(path.match(UNIT)[0])) await drop(path, bytes);
  }
  return freed;
}
