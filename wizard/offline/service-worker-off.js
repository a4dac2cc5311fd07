// The kill switch: takes the place of service-worker.js. Removes itself and all that was kept; open pages go on.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(goAway()));

async function goAway() {
  for (const name of await caches.keys()) {
    if (name.startsWith("wegweiser-")) await caches.delete(name);
  }
  // Last: without it the browser may end this worker at any time.
  await self.registration.unregister();
}
