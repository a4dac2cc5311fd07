// Fills in the addresses in Pyodide's data, as its own wasm does when it starts.

export const RELOCATE = "__wasm_apply_data_relocs";
const FURTHER = 65536;

/**
 * `data`: as they are once the addresses are filled in; `place`: where they stand in the bytes; `pointers` and `slots`: where
 * data hold an address of data or a place in the table -> which, counted from the bases.
 */
export function relocate(bytes, module, bases) {
  const before = dataOf(module, bases, false);
  const data = dataOf(module, bases, true);
  const length = data.findLastIndex((byte) => byte !== 0) + 1;
  const place = bytes.indexOf(before.subarray(0, length));
  if (place < 0) throw new Error("The data of Pyodide's wasm are not in one piece.");
  const changes = (base) => differences(data, dataOf(module, { ...bases, [base]: bases[base] + FURTHER }, true), length, bases[base]);
  return { data: data.subarray(0, length), place, pointers: changes("__memory_base"), slots: changes("__table_base") };
}

function differences(data, moved, length, base) {
  const found = new Map();
  for (let at = 0; at < length; at += 4) {
    const [here, there] = [data.readUInt32LE(at), moved.readUInt32LE(at)];
    if (there === here + FURTHER) found.set(at, here - base);
    else if (there !== here) throw new Error(`The data of Pyodide's wasm hold an address of a kind unknown here, at ${at}.`);
  }
  return found;
}

function dataOf(module, bases, filledIn) {
  const memory = new WebAssembly.Memory({ initial: 1024, maximum: 65536 });
  const { exports } = new WebAssembly.Instance(module, importsFor(module, memory, bases));
  if (filledIn) exports[RELOCATE]();
  return Buffer.from(memory.buffer).subarray(bases.__memory_base);
}

function importsFor(module, memory, bases) {
  const all = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    (all[from] ??= {})[name] = importFor(from, name, kind, memory, bases);
  }
  return all;
}

function importFor(from, name, kind, memory, bases) {
  if (kind === "memory") return memory;
  if (kind === "table") return new WebAssembly.Table({ initial: 20000 + bases.__table_base, element: "anyfunc" });
  if (kind === "tag") return new WebAssembly.Tag({ parameters: ["i32"] });
  if (kind === "global") return new WebAssembly.Global({ value: "i32", mutable: !(name in bases) }, bases[name] ?? 0);
  return () => {
    throw new Error(`To fill in addresses, the wasm calls ${from} ${name}.`);
  };
}
