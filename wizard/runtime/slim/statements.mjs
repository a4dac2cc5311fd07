// The kinds of statements in Pyodide's glue that exist for others' sake, and what becomes of each.
import { propertyName, visit } from "./syntax.mjs";

/** The statements of the function that starts the module: by far the longest of all. */
export function statementsOfTheModule(tree) {
  let longest = [];
  visit(tree, (node) => {
    if (node.type === "BlockStatement" && node.body.length > longest.length) longest = node.body;
  });
  return longest;
}

/** What a statement is that only hands a name on: `{ change(read, imports) }` says how it is written; undefined for others. */
export function handedOn(statement, code) {
  if (statement.type === "VariableDeclaration" && statement.declarations.length === 1) {
    const [{ id, init }] = statement.declarations;
    if (id.name === "wasmImports") return imports(init, code);
    if (moduleProperty(init?.left) !== undefined) return wrapper(init, code);
  }
  if (statement.type === "ExpressionStatement" && statement.expression.type === "AssignmentExpression") {
    const { left, right } = statement.expression;
    if (moduleProperty(left) !== undefined && isPath(right)) return alias(statement, moduleProperty(left));
    if (left.property?.name === "sig" && right.type === "Literal") return signature(statement);
  }
  return undefined;
}

/** `var wasmImports = {…}`: keeps what the wasm imports. */
function imports(object, code) {
  const rows = object.properties.map((row) => [row.key.name ?? String(row.key.value), code.slice(row.start, row.end)]);
  const change = (_read, imported) => [object, `{${rows.filter(([name]) => imported.has(name)).map(([, text]) => text).join(",")}}`];
  return { kind: "imports", change };
}

/** `var _x = Module["_x"] = wasmExports["x"]`: for use from outside, which is dropped where nothing asks for it. */
function wrapper(init, code) {
  const change = (read) => [init, code.slice((read.has(moduleProperty(init.left)) ? init : init.right).start, init.end)];
  return { kind: "wrapper", change };
}

/** `Module["x"] = x`: the same, said later. */
function alias(statement, name) {
  return { kind: "alias", change: (read) => [statement, read.has(name) ? undefined : ""] };
}

/** `_x.sig = "iip"`: for JavaScript functions that wasm calls by address. Our wasm imports no such address. */
function signature(statement) {
  return { kind: "signature", change: () => [statement, ""] };
}

function moduleProperty(node) {
  return node?.type === "MemberExpression" && node.object.name === "Module" ? propertyName(node) : undefined;
}

function isPath(node) {
  return node.type === "Identifier" || (node.type === "MemberExpression" && !node.computed && isPath(node.object));
}
