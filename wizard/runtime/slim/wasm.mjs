// Takes out of Pyodide's wasm what serves only modules that phones do not load, and places it in memory beforehand.
import binaryen from "binaryen";
import { builtinModules, withoutModules } from "./builtins.mjs";
import { withoutDocumentation } from "./documentation.mjs";
import { replaceFrozen } from "./frozen.mjs";
import { references } from "./references.mjs";
import { RELOCATE, relocate } from "./relocation.mjs";
import { readSections } from "./sections.mjs";
import { findUnused } from "./unused.mjs";

// Pyodide's glue gives these numbers to every main module; see `checkBases`.
const BASES = { __memory_base: 1024, __table_base: 1 };

/** The wasm, open for changes. */
export class SlimWasm {
  #bytes;
  #original;
  #placed;
  #data;
  #module;
  #empty = [];

  /** `bytes`: the wasm of the npm package; `glue`: the script that belongs to it. */
  constructor(bytes, glue) {
    checkBases(glue);
    this.#bytes = bytes;
    this.#original = new WebAssembly.Module(bytes);
    const imports = WebAssembly.Module.imports(this.#original);
    this.imports = new Set(imports.map(({ name }) => name));
    this.exports = new Set(WebAssembly.Module.exports(this.#original).map(({ name }) => name));
    const pointers = imports.filter(({ module }) => module === "GOT.func");
    if (pointers.length === 0) throw new Error("Pyodide's wasm is not made for modules that are loaded later. Ship it as it is.");
    this.#placed = relocate(bytes, this.#original, BASES);
    this.#data = Buffer.from(this.#placed.data);
    const whole = Buffer.from(bytes);
    this.#data.copy(whole, this.#placed.place);
    this.#module = binaryen.readBinary(whole);
    this.#place();
  }

  /** Drops all exports but these, and what nothing needs any more. */
  keep(names) {
    for (const name of this.exports) if (!names.has(name)) this.#module.removeExport(name);
    this.exports = new Set([...this.exports].filter((name) => names.has(name)));
    this.#module.runPasses(["simplify-globals", "precompute", "remove-unused-module-elements"]);
    const bytes = Buffer.from(this.#module.emitBinary());
    const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes));
    if (imports.some(({ module }) => module === "GOT.func")) throw new Error("Pyodide's wasm asks for addresses of JavaScript functions.");
    this.imports = new Set(imports.map(({ name }) => name));
    return this.#withData(bytes);
  }

  /** Takes all built-in modules but these out of Python, with the code and data that nothing else needs. */
  dropModules(needed) {
    const program = this.#program();
    const modules = builtinModules(this.#placed);
    const unneeded = new Set(modules.map(({ name }) => name).filter((name) => !needed.has(name)));
    const { used, empty } = findUnused(program, modules, unneeded, new Set([...this.exports].filter((name) => name !== RELOCATE)));
    // Whoever calls such a function after all is stopped at once.
    for (const index of program.functions.keys()) {
      const own = this.#module.getFunction(String(index - program.imported));
      if (own && index !== program.ignored && !used.has(index)) binaryen.Function.setBody(own, this.#module.unreachable());
    }
    this.#empty = empty;
    withoutModules(this.#data, modules, unneeded);
    const named = [...program.functions.values()].flatMap(({ data }) => [...data]);
    withoutDocumentation(this.#data, new Set([...named, ...program.globals.values(), ...program.pointers.values()]));
  }

  /** Gives the Python modules inside the wasm smaller code. `modules`: what ../frozen.py wrote. */
  replaceFrozen(modules) {
    replaceFrozen(this.#data, this.#placed.pointers, modules);
  }

  #program() {
    const imports = WebAssembly.Module.imports(this.#original);
    const globals = imports.filter(({ kind }) => kind === "global").map(({ name }) => name);
    const imported = imports.filter(({ kind }) => kind === "function").length;
    const sections = readSections(this.#bytes, globals.length);
    const bases = { [globals.indexOf("__memory_base")]: "data", [globals.indexOf("__table_base")]: "slots" };
    const functions = references(sections.code, imported, bases);
    // It names all data there are.
    const ignored = sections.exports.get(RELOCATE).index;
    return { ...sections, ...this.#placed, functions, imported, ignored };
  }

  #withData(bytes) {
    const place = bytes.indexOf(this.#placed.data);
    if (place < 0) throw new Error("The data of Pyodide's wasm are not in one piece any more.");
    const data = Buffer.from(this.#data);
    for (const run of this.#empty) data.fill(0, ...run.map((end) => Math.min(end, data.length)));
    data.copy(bytes, place);
    return bytes;
  }

  /** Makes constants of where data and table begin. The data are in their place already. */
  #place() {
    const wasm = this.#module;
    const relocation = binaryen.getExportInfo(wasm.getExport(RELOCATE)).value;
    binaryen.Function.setBody(wasm.getFunction(relocation), wasm.nop());
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
