// The modules that are built into Python: an array of {address of the name, place of the function that starts it}.

const ENTRY = 8;
// Any Python has it, and no other array names it with a function.
const KNOWN = "marshal";

/** Name -> place in the table of its first function. `data`, `pointers`, `slots` as relocate() gives them. */
export function builtinModules({ data, pointers, slots }) {
  const text = (address) => data.toString("latin1", address, data.indexOf(0, address));
  const isEntry = (at) => pointers.has(at) && slots.has(at + 4);
  const known = [...pointers.keys()].filter((at) => isEntry(at) && text(pointers.get(at)) === KNOWN);
  // The first entries of all may have no function of their own, so the array is followed by its names.
  let [begin] = known;
  if (known.length !== 1) throw new Error("Pyodide's list of built-in modules was not found.");
  while (isEntry(begin - ENTRY)) begin -= ENTRY;
  const modules = [];
  for (let at = begin; pointers.has(at); at += ENTRY) modules.push({ name: text(pointers.get(at)), at, slot: slots.get(at + 4) });
  return modules;
}

/** Takes entries out of the list in these data; those behind move up, so that Python no longer knows the modules. */
export function withoutModules(data, modules, unneeded) {
  const kept = modules.filter((module) => !unneeded.has(module.name));
  const entries = kept.map(({ at }) => Buffer.from(data.subarray(at, at + ENTRY)));
  modules.forEach(({ at }, index) => (entries[index] ?? Buffer.alloc(ENTRY)).copy(data, at));
}
