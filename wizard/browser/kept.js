// What is on the phone already, and what must be asked before it is loaded.

const ASSETS = "wegweiser-assets";

/**
 * Whether the phone saves data, or megabytes take minutes. Also in wizard/offline/keep.js, and a test keeps both the
 * same: a file for the two would be one more request, and keep.js itself is not loaded before the questions stand.
 */
export function savesData() {
  const { saveData, effectiveType } = navigator.connection ?? {};
  return Boolean(saveData) || /2g/.test(effectiveType ?? "");
}

/** Whether all these files are kept: then nothing has to be loaded through the air. */
export async function allKept(addresses) {
  if (!("caches" in window)) return false;
  const found = await Promise.all(addresses.map((address) => caches.match(address, { ignoreVary: true })));
  return found.every(Boolean);
}

/** Keeps what Python was loaded from, for a visit without internet. */
export async function keepForLater(addresses) {
  const tag = document.querySelector("script[data-offline]");
  if (!tag || !("serviceWorker" in navigator) || !("caches" in window)) return;
  await navigator.serviceWorker.ready;
  const { keepLoaded } = await import(new URL(`${tag.dataset.offline}keep.js`, document.baseURI).href);
  await keepLoaded(addresses);
}

/** Drops kept files: one of them is damaged. */
export async function forgetKept(addresses) {
  if (!("caches" in self)) return;
  const assets = await caches.open(ASSETS);
  await Promise.all(addresses.map((address) => assets.delete(address, { ignoreVary: true })));
}
