/**
 * Compiles the core of the evaluator, a few modules in a small part of TypeScript, to WebAssembly. Every value is a
 * 32-bit integer, and what is none lies in one memory. As JavaScript the same source means the same, but V8 takes long
 * until it has compiled that well.
 */
import { encodeModule } from "./encode.js";
import { readExports } from "./exports.js";
import { compileFunction } from "./function.js";
import { openModules } from "./modules.js";
import { signature } from "./types.js";

/**
 * @typedef {"number" | "boolean" | "void" | "never" | undefined} Kind `undefined` is any other type
 * @typedef {{ name: string, as: string, parameters: Kind[], result: Kind }} Described a function; `as` is its name in the
 *   WebAssembly module
 *
 * @param {object} options
 * @param {string[]} options.files the modules of the core, as absolute paths
 * @param {string[]} [options.plain] modules of which the functions that the core calls are compiled in, too
 * @param {string} options.memory the module that exports `heap`, the memory as words
 * @param {number} [options.pages] the size of the memory, which is shared, in pages of 64 KiB
 * @param {(file: string) => string} options.readFile
 * @returns {{
 *   bytes: Uint8Array,
 *   exports: Record<string, {
 *     functions: Described[],
 *     constants: { name: string, value: number | boolean }[],
 *     passedOn: string[],
 *   }>,
 *   imports: (Described & { file: string })[],
 * }} what each file exports (`passedOn` are its export declarations that name another module), and the functions of other
 *   modules that the module imports as `core.AS`
 */
export function compileCore({ files, plain = [], memory, pages = 32768, readFile }) {
  const modules = openModules(readFile);
  const { imports, functions, callee } = collectCallees(modules, new Set([...files, ...plain]));
  const exported = files.map((file) => readExports(modules, modules.open(file)));
  const entries = exported.map((one) => one.functions.map((thing) => callee(thing)));
  nameApart(entries.flat());
  const program = { modules, memory, callee };
  // each may call functions that come to the list then
  for (const one of functions) one.code = compileFunction(program, one);
  nameApart(imports);
  return {
    bytes: encode(pages, imports, functions, entries.flat()),
    exports: Object.fromEntries(
      files.map((file, at) => [file, { ...exported[at], functions: entries[at].map(described) }]),
    ),
    imports: imports.map((one) => ({ ...described(one), file: one.thing.module.file })),
  };
}

/** The functions that are called: `imports` from other modules and `functions` to compile, in the order of their first calls. */
function collectCallees(modules, ownFiles) {
  const imports = [];
  const functions = [];
  const known = new Map();

  /** What is called if `count` arguments are given to a thing. Of other modules' functions, some may be left out. */
  const callee = (thing, count) => {
    const isOwn = ownFiles.has(thing.module.file);
    if (!known.has(thing)) known.set(thing, new Map());
    const byCount = known.get(thing);
    const key = isOwn ? "any" : count;
    if (!byCount.has(key)) {
      byCount.set(key, describe(modules, thing, isOwn ? undefined : count));
      (isOwn ? functions : imports).push(byCount.get(key));
    }
    return byCount.get(key);
  };

  return { imports, functions, callee };
}

function describe(modules, thing, count) {
  const isFunction = thing.kind === "function";
  const { parameters, result } = isFunction ? signature(modules, thing) : { parameters: [], result: "number" };
  return {
    name: thing.name,
    as: thing.name,
    thing,
    parameters: count === undefined ? parameters : Array.from({ length: count }, (_, at) => parameters[at]),
    result,
    hasResult: result === "number" || result === "boolean",
  };
}

function described({ name, as, parameters, result }) {
  return { name, as, parameters, result };
}

/** Functions of different modules may have the same name. */
function nameApart(functions) {
  const taken = new Set(["memory"]);
  for (const one of functions) {
    for (let count = 2; taken.has(one.as); count++) one.as = `${one.name}_${count}`;
    taken.add(one.as);
  }
}

function encode(pages, imports, functions, entries) {
  const indices = new Map([...imports, ...functions].map((one, at) => [one, at]));
  const indexOf = (one) => indices.get(one);
  return encodeModule({
    pages,
    imports,
    functions: functions.map(({ name, parameters, hasResult, code }) => ({
      name,
      parameters,
      hasResult,
      locals: code.localCount - code.parameters,
      bytes: code.bytes(indexOf),
    })),
    exports: entries.map((one) => ({ as: one.as, index: indexOf(one) })),
  });
}
