// Takes out of Pyodide's wasm what serves only modules that are loaded later, and places it in memory beforehand.
import binaryen from "binaryen";

// Pyodide's glue gives these numbers to every main module; see `bases` for the check.
const BASES = { __memory_base: 1024, __table_base: 1 };
const RELOCATE = "__wasm_apply_data_relocs";

/** The wasm, open for changes. */
export class SlimWasm {
  #module;

  /** `bytes`: the wasm of the npm package; `glue`: the script that belongs to it. */
  constructor(bytes, glue) {
    checkBases(glue);
    const original = new WebAssembly.Module(bytes);
    this.imports = new Set(WebAssembly.Module.imports(original).map(({ name }) => name));
    this.exports = new Set(WebAssembly.Module.exports(original).map(({ name }) => name));
    const pointers = WebAssembly.Module.imports(original).filter(({ module }) => module === "GOT.func");
    if (pointers.length === 0) throw new Error("Pyodide's wasm is not made for modules that are loaded later. Ship it as it is.");
    this.#module = binaryen.readBinary(withRelocatedData(bytes, original));
    this.#place();
  }

  /** Drops all exports but these, and what nothing needs any more. */
  keep(names) {
    for (const name of this.exports) if (!names.has(name)) this.#module.removeExport(name);
    this.exports = new Set([...this.exports].filter((name) => names.has(name)));
    this.#module.runPasses(["simplify-globals", "precompute", "remove-unused-module-elements"]);
    const bytes = this.#module.emitBinary();
    const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes));
    if (imports.some(({ module }) => module === "GOT.func")) throw new Error("Pyodide's wasm asks for addresses of JavaScript functions.");
    this.imports = new Set(imports.map(({ name }) => name));
    return bytes;
  }

  /** Makes constants of where data and table begin. The data are in their place already. */
  #place() {
    const wasm = this.#module;
    const relocate = binaryen.getExportInfo(wasm.getExport(RELOCATE)).value;
    binaryen.Function.setBody(wasm.getFunction(relocate), wasm.nop());
    const globals = Array.from({ length: wasm.getNumGlobals() }, (_, index) => binaryen.getGlobalInfo(wasm.getGlobalByIndex(index)));
    for (const { name, base } of globals.filter(({ base }) => base in BASES)) {
      wasm.removeGlobal(name);
      wasm.addGlobal(name, binaryen.i32, false, wasm.i32.const(BASES[base]));
    }
  }
}

function checkBases(glue) {
  for (const [name, value] of Object.entries(BASES)) {
    const pattern = new RegExp(`\\b_${name}\\s*=\\s*new WebAssembly\\.Global\\(\\{[^}]*\\},\\s*${value}\\)`);
    if (!pattern.test(glue)) throw new Error(`The glue of Pyodide does not set ${name} to ${value}.`);
  }
}

/** The wasm with data as they are once their addresses are filled in. The wasm itself fills them in. */
function withRelocatedData(bytes, module) {
  const memory = new WebAssembly.Memory({ initial: 1024, maximum: 65536 });
  const { exports } = new WebAssembly.Instance(module, importsFor(module, memory));
  const data = Buffer.from(memory.buffer).subarray(BASES.__memory_base);
  const before = Buffer.from(data);
  exports[RELOCATE]();
  const length = data.findLastIndex((byte) => byte !== 0) + 1;
  const place = bytes.indexOf(before.subarray(0, length));
  if (place < 0) throw new Error("The data of Pyodide's wasm are not in one piece.");
  const result = Buffer.from(bytes);
  data.copy(result, place, 0, length);
  return result;
}

function importsFor(module, memory) {
  const all = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    (all[from] ??= {})[name] = importFor(from, name, kind, memory);
  }
  return all;
}

function importFor(from, name, kind, memory) {
  if (kind === "memory") return memory;
  if (kind === "table") return new WebAssembly.Table({ initial: 20000, element: "anyfunc" });
  if (kind === "tag") return new WebAssembly.Tag({ parameters: ["i32"] });
  if (kind === "global") return new WebAssembly.Global({ value: "i32", mutable: !(name in BASES) }, BASES[name] ?? 0);
  return () => {
    throw new Error(`To fill in addresses, the wasm calls ${from} ${name}.`);
  };
}
