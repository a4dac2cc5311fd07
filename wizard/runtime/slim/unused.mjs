// Finds code and data that nothing can reach once some built-in modules are gone from Python's list.

/** Index of functions that stay, and [begin, end) of data that nothing asks for. */
export function findUnused(program, modules, unneeded, kept) {
  const search = new Search(program, modules, unneeded, kept);
  do search.run();
  while (search.admit());
  return { used: search.used, empty: search.empty };
}

class Search {
  constructor({ functions, table, globals, pointers, slots, exports, start, ignored }, modules, unneeded, kept) {
    Object.assign(this, { functions, table, slots });
    this.files = filesOf(modules, unneeded, table, exports);
    this.entries = new Set(modules.filter(({ name }) => unneeded.has(name)).map(({ at }) => at + 4));
    const roots = [...exports].filter(([name]) => kept.has(name)).map(([, found]) => found);
    this.roots = [start, ...roots.filter(({ kind }) => kind === 0).map(({ index }) => index)];
    this.namedBy = namedBy(functions, globals, ignored);
    // What JavaScript asks for by name is asked for.
    for (const { kind, index } of roots) if (kind === 3) add(this.namedBy, globals.get(index), "JavaScript");
    this.pointedFrom = new Map();
    for (const [place, address] of pointers) add(this.pointedFrom, address, place);
    this.addresses = [...new Set([...this.namedBy.keys(), ...this.pointedFrom.keys()])].sort((one, other) => one - other);
  }

  /** Data nobody asks for name functions nobody needs, which name more such data. */
  run() {
    this.empty = [];
    for (let before = -1, size = 0; size > before; ) {
      before = size;
      this.used = this.reached();
      this.usedInOrder = [...this.used].sort((one, other) => one - other);
      this.empty = this.runs();
      size = this.empty.reduce((sum, [begin, end]) => sum + end - begin, 0);
    }
  }

  /** The linker keeps one of several equal functions: data of a used file may name one of an unused file. True if any does. */
  admit() {
    const inUse = this.addressesInUse();
    const asked = [...this.slots].filter(([place]) => !this.entries.has(place) && inUse.has(this.objectAt(place)));
    const missed = asked.map(([, slot]) => this.table[slot]).filter((index) => this.files.has(index) && !this.used.has(index));
    missed.forEach((index) => this.files.delete(index));
    return missed.length > 0;
  }

  /** Addresses that used code names, and those that data at such addresses point to. */
  addressesInUse() {
    const pointsTo = new Map();
    for (const [address, places] of this.pointedFrom) for (const place of places) add(pointsTo, this.objectAt(place), address);
    const used = (index) => index === "JavaScript" || this.used.has(index);
    const open = this.addresses.filter((address) => [...(this.namedBy.get(address) ?? [])].some(used));
    const found = new Set(open);
    while (open.length) {
      for (const address of pointsTo.get(open.pop()) ?? []) {
        if (!found.has(address)) open.push(address);
        found.add(address);
      }
    }
    return found;
  }

  /** The last known address that is not behind this place. */
  objectAt(place) {
    let [low, high] = [0, this.addresses.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.addresses[middle] <= place) low = middle + 1;
      else high = middle;
    }
    return this.addresses[low - 1];
  }

  reached() {
    const reached = new Set();
    const open = [];
    const reach = (index) => {
      if (reached.has(index) || !this.functions.has(index)) return;
      reached.add(index);
      open.push(index);
    };
    this.roots.forEach(reach);
    for (const [place, slot] of this.slots) {
      const index = this.table[slot];
      // The functions of a module's own file can only be asked for by that file.
      if (!this.files.has(index) && !this.entries.has(place) && !within(this.empty, place)) reach(index);
    }
    while (open.length) {
      const { calls, slots } = this.functions.get(open.pop());
      calls.forEach(reach);
      slots.forEach((slot) => reach(this.table[slot]));
    }
    return reached;
  }

  /**
   * Runs of data from one address to the next. The linker puts code and data of the files in the same order: between two
   * addresses there is only data of the files between the functions that name them. Are all of these functions unused,
   * so are the data. An address that a used function names ends the run, and so does one that data that stay point to.
   */
  runs() {
    const found = [];
    let last;
    let pointed = [];
    for (const address of this.addresses) {
      const by = [...(this.namedBy.get(address) ?? [])];
      if (by.some((index) => index === "JavaScript" || this.used.has(index))) last = undefined;
      else if (by.length === 0) pointed.push(...this.pointedFrom.get(address));
      else if (by.some((index) => this.functions.get(index).sure.has(address))) {
        const inside = (place) => within(this.empty, place) || (place >= last?.address && place < address);
        if (last && pointed.every(inside) && !this.isUsedBetween([...last.by, ...by])) found.push([last.address, address]);
        last = { address, by };
        pointed = [];
      }
    }
    return joined(found);
  }

  isUsedBetween(indices) {
    const [first, final] = [Math.min(...indices), Math.max(...indices)];
    let [low, high] = [0, this.usedInOrder.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.usedInOrder[middle] < first) low = middle + 1;
      else high = middle;
    }
    return this.usedInOrder[low] <= final;
  }
}

/** All functions of the files of these modules: a file begins with its only public function, which the list names. */
function filesOf(modules, unneeded, table, exports) {
  const starts = [...new Set([...exports.values()].filter(({ kind }) => kind === 0).map(({ index }) => index))].sort((one, other) => one - other);
  const found = new Set();
  for (const { slot } of modules.filter(({ name, slot }) => unneeded.has(name) && slot !== undefined)) {
    const first = table[slot];
    const next = starts.find((index) => index > first);
    for (let index = first; index < next; index++) found.add(index);
  }
  return found;
}

function namedBy(functions, globals, ignored) {
  const found = new Map();
  for (const [index, names] of functions) {
    if (index === ignored) continue;
    for (const address of names.data) add(found, address, index);
    for (const global of names.globals) if (globals.has(global)) add(found, globals.get(global), index);
  }
  return found;
}

function add(map, key, value) {
  if (!map.has(key)) map.set(key, new Set());
  map.get(key).add(value);
}

/** Whether a place is in one of these runs, which stand in order. */
function within(runs, place) {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle][1] <= place) low = middle + 1;
    else high = middle;
  }
  return low < runs.length && runs[low][0] <= place;
}

function joined(runs) {
  const found = [];
  for (const [begin, end] of runs) {
    if (found.at(-1)?.[1] === begin) found.at(-1)[1] = end;
    else found.push([begin, end]);
  }
  return found;
}
