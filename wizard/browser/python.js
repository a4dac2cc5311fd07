// The page's view of Python: idle -> download -> start -> ready, or failed, which only a new try leaves. After minutes
// without a question it is asleep: its memory is free for other apps, and the next question wakes it.

// Seconds without a word from the worker; an old phone needs many to start.
const QUIET = { download: 30, start: 60, ready: 30 };

/** Whether this browser can run Python at all. */
function canRun() {
  try {
    // Not only the name: proxy browsers offer one that does nothing.
    return typeof Worker === "function" && WebAssembly.validate(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    return false;
  }
}

export class Python {
  constructor(workerUrl, parts, onChange) {
    this.workerUrl = workerUrl;
    this.loaderUrl = new URL("loader.js", workerUrl).href;
    this.parts = parts;
    this.onChange = onChange;
    this.state = "idle";
    this.cause = null;
    this.done = 0;
    this.total = Object.values(parts.files).reduce((sum, file) => sum + file.brotli, 0);
    this.waiting = new Map();
    this.next = 0;
    // A second try must not get a broken part from the browser's store again.
    this.fresh = false;
    // Nothing is loaded while the visitor has not agreed.
    this.blocked = false;
    this.wasReady = false;
  }

  /** Starts loading, once. */
  load() {
    if (this.state !== "idle" && this.state !== "asleep") return;
    if (this.blocked) {
      this.onChange(this);
      return;
    }
    if (!canRun()) {
      this.fail("no_wasm");
      return;
    }
    this.change("download");
    // The loader first: its requests take longest.
    this.loader = this.begin(this.loaderUrl);
    this.worker = this.begin(this.workerUrl);
    const { files, lockInfo } = this.parts;
    this.loader.postMessage({ type: "load", files, fresh: this.fresh });
    this.worker.postMessage({ type: "load", files, lockInfo });
    this.watch();
  }

  begin(address) {
    const worker = new Worker(address, { type: "module" });
    // What an ended one still had to say does not count.
    const current = () => worker === this.loader || worker === this.worker;
    worker.addEventListener("message", ({ data }) => current() && this.hear(data));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      if (!current()) return;
      this.fail(navigator.onLine === false ? "network" : "crash", event.message);
    });
    return worker;
  }

  /** The visitor agrees to load. */
  allow() {
    this.blocked = false;
    if (this.waiting.size) this.load();
  }

  /** Loads anew after a failure; questions that wait for an answer go on waiting. */
  retry() {
    if (this.state !== "failed") return;
    this.state = "idle";
    this.cause = null;
    this.done = 0;
    this.fresh = true;
    this.load();
  }

  /** The advice of the rules on these answers, with the question `view` or else the next one; waits for Python. */
  advise(answers, { view = null, plan = false } = {}) {
    const id = (this.next += 1);
    // Only the newest question matters: older ones were overtaken by a changed answer.
    this.waiting.clear();
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
    return new Promise((resolve) => {
      this.waiting.set(id, { request: { answers, view, plan, as_of: day }, resolve });
      if (this.state === "ready") this.ask();
      else this.load();
    });
  }

  ask() {
    this.used = Date.now();
    for (const [id, { request }] of this.waiting) this.worker.postMessage({ type: "advise", id, request });
  }

  hear(message) {
    if (this.state === "failed") return;
    this.heard = 0;
    if (message.type === "progress") {
      this.done = message.done;
      this.total = message.total;
      this.onChange(this);
    } else if (message.type === "part") {
      // Bytes are handed over, not copied; the compiled wasm is shared anyway.
      const { buffer } = message.content;
      this.worker.postMessage(message, buffer ? [buffer] : []);
    } else if (message.type === "script") {
      this.loader?.postMessage(message);
    } else if (message.type === "start") {
      this.end("loader");
      this.change("start");
    } else if (message.type === "ready") {
      this.end("loader");
      this.fresh = false;
      this.wasReady = true;
      this.change("ready");
      this.ask();
    } else if (message.type === "failed") this.fail(message.cause, message.detail);
    else if (message.type === "advice") {
      this.waiting.get(message.id)?.resolve(message.advice);
      this.waiting.delete(message.id);
    }
  }

  /** Fails when nothing is heard for too long. Seconds count only while the page is awake. */
  watch() {
    clearInterval(this.clock);
    this.heard = 0;
    this.used = Date.now();
    this.clock = setInterval(() => {
      const idle = document.getElementById("wizard").dataset.idleSeconds * 1000;
      if (this.state === "ready" && this.waiting.size === 0 && Date.now() - this.used > idle) {
        this.sleep();
        return;
      }
      const expects = this.state !== "ready" || this.waiting.size > 0;
      this.heard = expects ? this.heard + 1 : 0;
      if (this.heard > QUIET[this.state]) this.fail(this.state === "download" ? "slow" : "crash");
    }, 1000);
  }

  /** Ends the worker; answers live in the page, so nothing is lost. */
  sleep() {
    clearInterval(this.clock);
    this.end("worker");
    this.change("asleep");
  }

  end(which) {
    this[which]?.terminate();
    this[which] = null;
  }

  change(state) {
    this.state = state;
    if (state === "failed") clearInterval(this.clock);
    this.onChange(this);
  }

  fail(cause, detail = "") {
    if (this.state === "failed") return;
    this.cause = cause;
    this.end("loader");
    this.end("worker");
    // For whoever looks for the reason; it never holds an answer.
    if (detail && cause !== "crash") console.warn(`Python did not load: ${detail}`);
    this.change("failed");
  }
}
