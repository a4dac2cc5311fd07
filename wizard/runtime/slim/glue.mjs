// Takes out of Pyodide's glue what serves only modules that are loaded later: we load none.
import { parse } from "acorn";
import { minify } from "terser";
import { handedOn, statementsOfTheModule } from "./statements.mjs";
import { namesRead, propertyName, replaceAll, visit } from "./syntax.mjs";

const SCRIPT = { ecmaVersion: "latest", sourceType: "script" };
const MODULE = { ecmaVersion: "latest", sourceType: "module" };
const LICENCES = /^!|@license|@preserve|copyright/i;
// What Pyodide 0.29.5 has is at least twice of it.
const AT_LEAST = { imports: 1, wrapper: 1000, alias: 500, signature: 500 };

/** The glue without what is unused. `imports`: names that the wasm imports; `loader`: the script that uses the glue. */
export async function slimGlue(glue, imports, loader) {
  let code = withIndirectEval(glue);
  for (let before = Infinity; code.length < before; ) {
    before = code.length;
    code = await withoutDeadCode(withoutUnusedNames(code, imports, loader));
  }
  return code;
}

/** The same in fewer letters. `notice` is the comment at its top. */
export async function shorten(glue, notice) {
  // Python shows the names of JavaScript's classes, and the glue compares some. A test reads the two others.
  const mangle = { keep_classnames: true, reserved: ["wasmExports", "wasmImports"] };
  const options = { compress: { passes: 2 }, mangle };
  return (await minify(glue, { ...options, format: { comments: LICENCES, preamble: notice } })).code;
}

/** Names of the exports that the glue reads from the wasm. */
export function exportsRead(glue) {
  const names = new Set();
  visit(parse(glue, SCRIPT), (node) => {
    if (node.type === "MemberExpression" && node.object.name === "wasmExports") names.add(propertyName(node));
  });
  if (names.has(undefined)) throw new Error("The glue of Pyodide reads exports by names that it makes up while it runs.");
  if (names.size < 50) throw new Error(`The glue of Pyodide reads only ${names.size} exports: it is written differently.`);
  return names;
}

/** All texts in the glue: Python's `main` is looked up by one. */
export function textsIn(glue) {
  const texts = new Set();
  visit(parse(glue, SCRIPT), (node) => {
    if (node.type === "Literal" && typeof node.value === "string") texts.add(node.value);
  });
  return texts;
}

/** Names of all that the glue hands to the wasm. */
export function importsOffered(glue) {
  const names = new Set();
  visit(parse(glue, SCRIPT), (node) => {
    if (node.type !== "VariableDeclarator" || node.id.name !== "wasmImports") return;
    for (const { key } of node.init.properties) names.add(key.name ?? String(key.value));
  });
  return names;
}

/** Fails where a new version of Pyodide is written so differently that we would not find what to drop. */
export function checkGlue(code) {
  exportsRead(code);
  const found = statementsOfTheModule(parse(code, SCRIPT)).map((statement) => handedOn(statement, code)?.kind);
  for (const [kind, least] of Object.entries(AT_LEAST)) {
    const number = found.filter((one) => one === kind).length;
    if (number < least) throw new Error(`The glue of Pyodide has ${number} statements of the kind "${kind}", fewer than ${least}.`);
  }
}

/** Code that calls `eval` directly could read every name, so that none could go. What we load needs only the other kind. */
function withIndirectEval(code) {
  const calls = [];
  visit(parse(code, SCRIPT), (node) => {
    if (node.type === "CallExpression" && node.callee.name === "eval") calls.push([node.callee, "(0,eval)"]);
  });
  return replaceAll(code, calls);
}

function withoutUnusedNames(code, imports, loader) {
  const statements = statementsOfTheModule(parse(code, SCRIPT));
  const known = statements.map((statement) => handedOn(statement, code));
  const read = namesRead([parse(loader, MODULE), ...statements.filter((_, index) => known[index] === undefined)]);
  const changes = known.flatMap((what) => (what ? [what.change(read, imports)] : []));
  return replaceAll(code, changes.filter(([, replacement]) => replacement !== undefined));
}

async function withoutDeadCode(code) {
  // To read wasmExports["x"] does nothing else: when its result is unused, it can go.
  const compress = { defaults: false, dead_code: true, pure_getters: true, side_effects: true, unused: true };
  return (await minify(code, { compress, mangle: false, format: { comments: LICENCES } })).code;
}
