/** What the modules of the core export, and that nothing is at their top which the core cannot have. */
import { refuse } from "./error.js";
import { constantOfThing } from "./names.js";

const withoutCode = new Set([
  "ImportDeclaration",
  "FunctionDeclaration",
  "TSTypeAliasDeclaration",
  "TSInterfaceDeclaration",
]);

/** The exported functions as things, the constants with their values, and declarations that pass on what others export. */
export function readExports(modules, module) {
  const found = { functions: [], constants: [], passedOn: [] };
  for (const node of module.body) {
    if (node.type === "ExportAllDeclaration") {
      if (node.exportKind !== "type") found.passedOn.push(module.text.slice(node.start, node.end));
    } else if (node.type === "ExportNamedDeclaration" && node.declaration === null) {
      if (node.source === null) refuse(module, node, "the core exports where it declares");
      if (node.exportKind !== "type") found.passedOn.push(module.text.slice(node.start, node.end));
    } else {
      readDeclaration(modules, module, node, found);
    }
  }
  return found;
}

function readDeclaration(modules, module, node, found) {
  const isExported = node.type === "ExportNamedDeclaration";
  const declaration = isExported ? node.declaration : node;
  if (declaration.type === "VariableDeclaration" && declaration.kind === "const") {
    for (const { id, init } of declaration.declarations) {
      const value = id.type === "Identifier" ? constantOfThing(modules, module.things.get(id.name)) : undefined;
      if (value === undefined) refuse(module, init ?? id, "this is not known while compiling");
      if (isExported) found.constants.push({ name: id.name, value });
    }
  } else if (!withoutCode.has(declaration.type)) {
    refuse(module, node, `${declaration.type} is not in the language of the core`);
  } else if (isExported && declaration.type === "FunctionDeclaration") {
    found.functions.push(module.things.get(declaration.id.name));
  }
}
