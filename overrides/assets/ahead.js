// On the home page: loads what the questions need ahead of time, only where the megabytes cost nothing.
// Not the opposite of `savesData` in other scripts: a phone that does not say how it is connected loads nothing ahead.
const { type, saveData } = navigator.connection ?? {};
if (["wifi", "ethernet"].includes(type) && !saveData) {
  addEventListener("load", () => {
    for (const href of JSON.parse(document.getElementById("ahead").textContent)) {
      document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href }));
    }
  });
}
