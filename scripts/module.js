/**
 * What the import rule wants to know of one source file: what it imports, and where it touches the world outside.
 * The file is parsed, so that a comment or a string that mentions `console` is none of either.
 */
import { parseSync } from "rolldown/utils";

/** Parses a file into `{ imports: [{ specifier, line }], program, lineOf }`. Throws on a syntax error. */
export function readModule(file, text) {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  const starts = lineStarts(text);
  const lineOf = (offset) => starts.findLastIndex((start) => start <= offset) + 1;
  const imports = [];
  walk(program, (node) => {
    const from = importTypes.has(node.type) ? node.source : undefined;
    if (from?.type === "Literal") imports.push({ specifier: from.value, line: lineOf(node.start) });
  });
  return { imports, program, lineOf };
}

/** Every use of the process, the console, the clock or the environment, as `{ name, line }`. */
export function outsideUses({ program, imports, lineOf }) {
  const own = declaredNames(program);
  const uses = imports
    .filter(({ specifier }) => outsideModules.has(specifier))
    .map(({ specifier, line }) => ({ name: specifier, line }));
  walk(program, (node) => {
    const name = outsideName(node);
    if (name !== undefined && !own.has(name.split(".")[0])) uses.push({ name, line: lineOf(node.start) });
  });
  return uses;
}

const importTypes = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "TSImportType",
  "ImportExpression",
]);

const outsideModules = new Set(["node:process", "process", "node:console", "console", "node:perf_hooks", "perf_hooks"]);

/** What `process` knows of the user's machine and moment, and how it ends. */
const outsideMembers = new Set([
  ..."exit exitCode abort reallyExit on once env argv execArgv cwd chdir stdin stdout stderr hrtime uptime".split(" "),
  "…",
]);

function outsideName(node) {
  if (node.type === "MemberExpression" && node.object.type === "Identifier") {
    const object = node.object.name;
    const member = node.computed ? "…" : node.property.name;
    if (object === "process") return outsideMembers.has(member) ? `process.${member}` : undefined;
    if (object === "console" || object === "performance") return `${object}.${member}`;
    if (object === "Date" && member === "now") return "Date.now";
    if (object === "globalThis" && ["process", "console", "performance"].includes(member))
      return `globalThis.${member}`;
  }
  // A date made from a number is arithmetic; one made from nothing asks the clock.
  const isDate = node.callee?.type === "Identifier" && node.callee.name === "Date";
  if (isDate && node.type === "NewExpression" && node.arguments.length === 0) return "new Date()";
  if (isDate && node.type === "CallExpression") return "Date()";
  // `const { env } = process`, `f(console)`, `{ console }`: the object itself is handed on.
  for (const value of [node.init, node.right, node.value, ...(node.arguments ?? [])]) {
    if (value?.type === "Identifier" && ["process", "console", "performance"].includes(value.name)) return value.name;
  }
  return undefined;
}

/** Names that the file declares itself, such as a parameter called `console`: those are not the world outside. */
function declaredNames(program) {
  const names = new Set();
  const declare = (pattern) => {
    if (pattern?.type === "Identifier") names.add(pattern.name);
    else if (pattern?.type === "ObjectPattern")
      for (const one of pattern.properties) declare(one.value ?? one.argument);
    else if (pattern?.type === "ArrayPattern") for (const one of pattern.elements) declare(one);
    else if (pattern?.type === "AssignmentPattern") declare(pattern.left);
    else if (pattern?.type === "RestElement") declare(pattern.argument);
  };
  walk(program, (node) => {
    if (node.type === "VariableDeclarator") declare(node.id);
    else if (node.type === "FunctionDeclaration" || node.type === "ClassDeclaration") declare(node.id);
    else if (node.type.startsWith("Import") && node.type.endsWith("Specifier")) declare(node.local);
    for (const parameter of Array.isArray(node.params) ? node.params : []) declare(parameter);
  });
  return names;
}

function walk(node, visit) {
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === "string") walk(child, visit);
    }
  }
}

function lineStarts(text) {
  const starts = [0];
  for (let index = text.indexOf("\n"); index !== -1; index = text.indexOf("\n", index + 1)) starts.push(index + 1);
  return starts;
}
