// Put into pages by `make serve`, never into the built site: shows the page anew when the editor has changed it.
const changes = new EventSource(`/-/changes?page=${encodeURIComponent(location.pathname)}&has={{ has }}`);
changes.onmessage = () => location.reload();
// Without this, Chromium keeps a page that is left, and its line stays in use.
addEventListener("pagehide", () => changes.close());
