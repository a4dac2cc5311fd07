// Fetches the parts of Python, counts what arrives, and makes sure that each part is whole.

import { fault } from "./fault.js";

/** One load of several files. `files`: name -> {url, bytes, brotli, sha256}; `fresh` skips what the browser keeps. */
export class Download {
  constructor(files, fresh, onProgress) {
    this.files = files;
    this.cache = fresh ? "reload" : "default";
    this.onProgress = onProgress;
    this.failure = null;
    // name -> what to do when nine tenths of it have arrived.
    this.followers = new Map();
    // Until the server says more, the sizes are those of good compression.
    this.parts = new Map(Object.entries(files).map(([name, file]) => [name, { done: 0, bytes: file.bytes, total: file.brotli }]));
  }

  /** Waits until nearly all of a file is here: the time to ask for the next one, so that the line is never idle. */
  after(name) {
    if (!this.followers.has(name)) {
      let arrive;
      this.followers.set(name, { promise: new Promise((resolve) => (arrive = resolve)), arrive });
    }
    return this.followers.get(name).promise;
  }

  /** The whole file as bytes. */
  async bytes(name) {
    const response = await this.response(name);
    const content = new Uint8Array(await response.arrayBuffer());
    if (globalThis.crypto?.subtle) {
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
      const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
      if (hex !== this.files[name].sha256) throw fault("broken", `${name} has a wrong check sum`);
    }
    return content;
  }

  /** The file as a stream that fails by itself when it ends early. */
  async response(name) {
    const file = this.files[name];
    let response;
    try {
      response = await fetch(file.url, { cache: this.cache });
    } catch (error) {
      throw fault("network", `${name}: ${error.message}`);
    }
    if (!response.ok || !response.body) throw fault("broken", `${name}: answer ${response.status}`);
    this.expect(name, response.headers);
    const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return new Response(this.counted(name, response.body.getReader()), { headers: { "content-type": type } });
  }

  counted(name, reader) {
    const part = this.parts.get(name);
    return new ReadableStream({
      pull: async (controller) => {
        let step;
        try {
          step = await reader.read();
        } catch (error) {
          throw this.failed("network", `${name}: ${error.message}`);
        }
        if (!step.done) {
          part.done += step.value.byteLength;
          if (part.done >= 0.9 * part.bytes) this.followers.get(name)?.arrive();
          this.report();
          controller.enqueue(step.value);
        } else if (part.done !== part.bytes) {
          throw this.failed("broken", `${name} has ${part.done} of ${part.bytes} bytes`);
        } else controller.close();
      },
      cancel: (reason) => reader.cancel(reason),
    }, { highWaterMark: 32 });
  }

  failed(cause, detail) {
    this.failure ??= fault(cause, detail);
    return this.failure;
  }

  /** Counts a file that the browser itself loaded. */
  complete(name) {
    const part = this.parts.get(name);
    part.done = part.bytes;
    this.report();
  }

  // Scripts see bytes after unpacking. What goes through the air is smaller: the header names it, or the build's size does.
  expect(name, headers) {
    const part = this.parts.get(name);
    const length = Number(headers.get("content-length"));
    if (length > 0) part.total = length;
    else if (!headers.get("content-encoding")) part.total = part.bytes;
    this.report();
  }

  report() {
    let done = 0;
    let total = 0;
    for (const part of this.parts.values()) {
      done += (part.total * Math.min(part.done, part.bytes)) / part.bytes;
      total += part.total;
    }
    this.onProgress(done, total);
  }
}
