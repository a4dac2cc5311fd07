// Why Python does not come: `cause` names the sentence that the page shows.

export function fault(cause, detail) {
  return new Error(detail, { cause });
}

function causeOf(error) {
  if (typeof error?.cause === "string") return error.cause;
  if (error instanceof RangeError || /memory|allocat/i.test(String(error?.message))) return "memory";
  return error instanceof SyntaxError || error instanceof WebAssembly.CompileError ? "broken" : "crash";
}

/** Tells the page of the first fault; later errors are echoes of it. */
export function tellPage(error) {
  if (told) return;
  told = true;
  postMessage({ type: "failed", cause: causeOf(error), detail: String(error?.message ?? error) });
}

let told = false;
