/**
 * What the modules declare, import and export. Nothing is looked at before it is asked for, so that a core file may
 * import modules that are far outside of its language.
 *
 * A **thing** is what a name stands for: `{ kind, module, name, node }`, where the kind is "function", "constant" (with
 * the expression as its node), "namespace" (with `module` as that which it is of), "type", or "other". It is the same object
 * whenever the same thing is found.
 */
import path from "node:path";
import { parseAst } from "rolldown/parseAst";

/** @param {(file: string) => string} readFile */
export function openModules(readFile) {
  const read = new Map();
  const open = (file) => {
    if (!read.has(file)) read.set(file, readModule(file, readFile(file)));
    return read.get(file);
  };

  /** What a name at the top of a module stands for; `undefined` if that is not known. */
  const find = (module, name) => {
    const imported = module.imports.get(name);
    if (imported === undefined) return module.things.get(name);
    if (imported.file === undefined) return undefined;
    if (imported.name !== "*") return findExport(open(imported.file), imported.name);
    imported.thing ??= { kind: "namespace", module: open(imported.file), name };
    return imported.thing;
  };

  const findExport = (module, name) => {
    const exported = module.exports.get(name);
    if (exported !== undefined) {
      if (exported.from === undefined) return find(module, exported.name);
      return exported.file === undefined ? undefined : findExport(open(exported.file), exported.name);
    }
    for (const file of module.stars) {
      const found = file === undefined ? undefined : findExport(open(file), name);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  return { open, find, findExport };
}

function readModule(file, text) {
  const module = { file, text, imports: new Map(), things: new Map(), exports: new Map(), stars: [] };
  module.body = parseAst(text, { lang: "ts" }, file).body;
  for (const node of module.body) {
    if (node.type === "ImportDeclaration") readImport(module, node);
    else if (node.type === "ExportAllDeclaration" && node.exported === null)
      module.stars.push(target(file, node.source));
    else if (node.type === "ExportNamedDeclaration") readExport(module, node);
    else declare(module, node, false);
  }
  return module;
}

function readImport({ file, imports }, { specifiers, source }) {
  for (const { type, local, imported } of specifiers) {
    const name = type === "ImportNamespaceSpecifier" ? "*" : (imported?.name ?? "default");
    imports.set(local.name, { file: target(file, source), name });
  }
}

function readExport(module, { declaration, specifiers, source }) {
  if (declaration !== null) declare(module, declaration, true);
  for (const { local, exported } of specifiers) {
    const from = source?.value;
    module.exports.set(exported.name, { name: local.name, from, file: source && target(module.file, source) });
  }
}

function declare(module, node, exported) {
  const add = (kind, name, node) => {
    module.things.set(name, { kind, module, name, node, exported });
    if (exported) module.exports.set(name, { name });
  };
  if (node.type === "VariableDeclaration") {
    for (const { id, init } of node.declarations) {
      if (id.type !== "Identifier") continue;
      const isFunction = /^(?:Arrow)?FunctionExpression$/.test(init?.type);
      add(isFunction ? "function" : node.kind === "const" ? "constant" : "other", id.name, init);
    }
  } else if (node.type === "FunctionDeclaration" || node.type === "TSDeclareFunction") {
    add("function", node.id.name, node);
  } else if (node.type === "TSTypeAliasDeclaration") {
    add("type", node.id.name, node.typeAnnotation);
  } else if (node.id?.type === "Identifier") {
    add("other", node.id.name, node);
  }
}

/** The file that an import means; packages and Node's own modules are none. */
function target(file, source) {
  return source.value.startsWith(".") ? path.resolve(path.dirname(file), source.value) : undefined;
}
