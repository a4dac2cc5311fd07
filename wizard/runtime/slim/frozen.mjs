// Python modules inside the wasm: an array of {address of the name, address of the code, its length, …}, each 4 bytes.

/**
 * Puts smaller code in its place, and takes the code of modules away that are not loaded; Python then knows that they are
 * missing. `modules`: what ../frozen.py wrote. `pointers` as relocate() gives them.
 */
export function replaceFrozen(data, pointers, modules) {
  for (const { names, old, new: smaller } of modules) {
    const before = Buffer.from(old, "base64");
    const after = Buffer.from(smaller ?? "", "base64");
    const address = data.indexOf(before);
    const entries = [...pointers].filter(([at, to]) => to === address && data.readInt32LE(at + 4) === before.length).map(([at]) => at);
    if (address < 0 || data.indexOf(before, address + 1) >= 0 || entries.length === 0) {
      throw new Error(`The code of ${names.join(", ")} was not found in Pyodide's wasm.`);
    }
    if (after.length > before.length) throw new Error(`The code of ${names.join(", ")} has become longer.`);
    data.fill(0, address, address + before.length);
    after.copy(data, address);
    for (const at of entries) {
      data.writeInt32LE(after.length, at + 4);
      if (!smaller) data.writeInt32LE(0, at);
    }
  }
}
