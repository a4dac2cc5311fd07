// Where in a function which local variables may hold a base. Compilers keep a base that is used often in a variable, and
// use the variable for other things later.

const [GLOBAL_GET, LOCAL_SET, LOCAL_TEE] = [0x23, 0x21, 0x22];
const [BLOCK, LOOP, IF, ELSE, TRY, CATCH, THROW, RETHROW, END] = [0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0b];
const [BRANCH, BRANCH_IF, BRANCH_TABLE, RETURN, DELEGATE, CATCH_ALL, UNREACHABLE] = [0x0c, 0x0d, 0x0e, 0x0f, 0x18, 0x19, 0x00];
const OTHER = "other";
const OPENS = new Set([BLOCK, LOOP, IF, TRY]);
const CLOSES = new Set([END, DELEGATE]);
const BRANCHES = new Set([BRANCH, BRANCH_IF, BRANCH_TABLE]);
const LEAVES = new Set([BRANCH, BRANCH_TABLE, RETURN, THROW, RETHROW, UNREACHABLE]);

export const isStore = (step) => step?.[0] === LOCAL_SET || step?.[0] === LOCAL_TEE;

/**
 * Calls `visit(at, rolesOf)` for each step in order; rolesOf(variable) gives the bases that it may hold there: "data", "slots".
 * `steps`: [instruction, numbers…]; `bases`: index of a global -> role.
 */
export function followLocals(steps, bases, visit) {
  const inside = storesInside(steps, bases);
  const open = [];
  // Variable -> roles; undefined after a jump, where nothing comes by.
  let held = new Map();
  steps.forEach((step, at) => {
    const [what] = step;
    if (OPENS.has(what)) {
      const { before = new Map(), stores } = { before: held && new Map(held), stores: inside.get(at) };
      // What a loop stores is there when it begins again.
      if (what === LOOP) held = merged(before, stores);
      open.push({ what, before, stores, ends: what === IF ? [before] : [] });
    } else if (what === ELSE) {
      const block = open.at(-1);
      block.ends = [held];
      held = new Map(block.before);
    } else if (what === CATCH || what === CATCH_ALL) {
      const block = open.at(-1);
      block.ends.push(held);
      held = merged(block.before, block.stores);
    } else if (CLOSES.has(what) && open.length) {
      const { ends } = open.pop();
      held = union([held, ...ends]);
    }
    if (isStore(step)) held?.set(step[1], new Set([roleStored(steps, at, bases)]));
    visit(at, (variable) => [...(held?.get(variable) ?? [])].filter((role) => role !== OTHER));
    if (BRANCHES.has(what)) {
      for (const depth of step.slice(1)) {
        const target = open.at(-1 - depth);
        if (target && target.what !== LOOP) target.ends.push(held && new Map(held));
      }
    }
    if (LEAVES.has(what)) held = undefined;
  });
}

function merged(before, stores) {
  const stored = [...stores].map(([variable, roles]) => [variable, new Set([...roles, ...(before.get(variable) ?? [OTHER])])]);
  return new Map([...before, ...stored]);
}

/** What variables may hold where ways meet. */
function union(ways) {
  const coming = ways.filter(Boolean);
  if (coming.length === 0) return undefined;
  const variables = new Set(coming.flatMap((way) => [...way.keys()]));
  return new Map([...variables].map((variable) => [variable, new Set(coming.flatMap((way) => [...(way.get(variable) ?? [OTHER])]))]));
}

/** Position of a block's begin -> variable -> roles that are stored inside. */
function storesInside(steps, bases) {
  const found = new Map();
  const open = [];
  steps.forEach((step, at) => {
    if (OPENS.has(step[0])) {
      found.set(at, new Map());
      open.push(found.get(at));
    } else if (CLOSES.has(step[0])) open.pop();
    else if (isStore(step)) {
      const role = roleStored(steps, at, bases);
      for (const stores of open) stores.set(step[1], (stores.get(step[1]) ?? new Set()).add(role));
    }
  });
  return found;
}

function roleStored(steps, at, bases) {
  const [what, value] = steps[at - 1] ?? [];
  return (what === GLOBAL_GET && bases[value]) || OTHER;
}
