// Reading JavaScript as a tree, and changing its text at places found in the tree.

/** Calls `look` with each node of the tree, parents first. */
export function visit(node, look) {
  look(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child.type === "string") visit(child, look);
    }
  }
}

/** The name in `a.name` and `a["name"]`; undefined when it only shows at run time. */
export function propertyName({ computed, property }) {
  if (!computed) return property.name;
  return property.type === "Literal" ? String(property.value) : undefined;
}

/** Every property name and every text in these nodes: what is not among them, nothing asks for by name. */
export function namesRead(nodes, names = new Set()) {
  for (const root of nodes) {
    visit(root, (node) => {
      if (node.type === "MemberExpression" && !node.computed) names.add(node.property.name);
      if (node.type === "Property" && !node.computed) names.add(node.key.name ?? String(node.key.value));
      if (node.type === "Literal" && typeof node.value === "string") names.add(node.value);
    });
  }
  return names;
}

/** The text with each `[node, replacement]`; the nodes come in the order of the text. */
export function replaceAll(text, changes) {
  let result = "";
  let position = 0;
  for (const [{ start, end }, replacement] of changes) {
    result += text.slice(position, start) + replacement;
    position = end;
  }
  return result + text.slice(position);
}
