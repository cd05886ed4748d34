/**
 * Compiles a core, a few modules in a small part of TypeScript, to WebAssembly: that of the evaluator, and that of the
 * parser. Every value is a 32-bit integer, and what is none lies in one memory. As JavaScript the same source means the same, but V8 takes long until it
 * has compiled that well.
 *
 * What the language has:
 * - at the top: imports, functions of numbers and Booleans, constants, types;
 * - `const` and `let`, assignments, `if`, `for`, `while`, `do`, `switch` over constants, labels, `break`, `continue`, `return`;
 * - the operators `+ - * & | ^ ~ << >> >>> ! && || ?: , === !== < <= > >= ++ --`, `Math.imul`, `Math.min` and `Math.max` of two;
 * - `heap[index]`, the words of the memory, `heap.copyWithin(to, from, end)`, `heap.fill(0 or -1, from, end)`, and the same of
 *   its bytes, `heapBytes[index]`;
 * - constants of any module, made of literals and other constants; calls of any module's functions. Those of core files and
 *   of plain modules are compiled in, all others imported. Nothing is thrown: what fails calls a function of type `never`.
 *
 * Where the two would differ, which the source has to avoid:
 * - a sum or a product is cut to 32 bits at once, in JavaScript only by `| 0` or a store;
 * - a word before or behind the memory traps, and so does one whose index is negative without the constant that is added to
 *   it (`heap[i + 2]` with an `i` of -1), because that constant becomes part of the instruction;
 * - `x >>> n` is negative if `n` turns out to be 0 and `x` is; with a literal 0 it is refused where that matters;
 * - moving and filling words trap if the end lies before the start.
 */
import { encodeModule } from "./encode.js";
import { readExports } from "./exports.js";
import { checkDeclaration, compileFunction } from "./function.js";
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
 * @param {string} options.memory the module that exports `heap`, the memory as words, and if need be `heapBytes`
 * @param {{ initial: number, maximum: number }} [options.pages] the size of the memory, which is shared, in pages of 64 KiB
 * @param {number} [options.mostInlined] how many nodes a function may have that is written where it is called
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
export function compileCore({
  files,
  plain = [],
  memory,
  pages = { initial: 32768, maximum: 32768 },
  mostInlined = 60,
  readFile,
}) {
  const modules = openModules(readFile);
  const callee = findCallees(modules, new Set([...files, ...plain]));
  const exported = files.map((file) => readExports(modules, modules.open(file)));
  const entries = exported.map((one) => one.functions.map((thing) => callee(thing)));
  nameApart(entries.flat());
  const { imports, functions } = compileReached({ modules, memory, callee, mostInlined }, entries.flat());
  nameApart(imports);
  return {
    bytes: encode(pages, imports, functions, entries.flat()),
    exports: Object.fromEntries(
      files.map((file, at) => [file, { ...exported[at], functions: entries[at].map(described) }]),
    ),
    imports: imports.map((one) => ({ ...described(one), file: one.thing.module.file })),
  };
}

/** Compiles functions and all that they call. What other modules have is imported. */
function compileReached(program, entries) {
  const imports = [];
  const functions = [];
  const reached = new Set(entries);
  // the set grows while it is gone through
  for (const one of reached) {
    (one.isOwn ? functions : imports).push(one);
    if (!one.isOwn) continue;
    one.code = compileFunction(program, one);
    for (const { callee } of one.code.parts) if (callee !== undefined) reached.add(callee);
  }
  return { imports, functions };
}

/** Tells what is called if `count` arguments are given to a thing. Of other modules' functions, some may be left out. */
function findCallees(modules, ownFiles) {
  const known = new Map();
  return (thing, count) => {
    const isOwn = ownFiles.has(thing.module.file);
    if (!known.has(thing)) known.set(thing, new Map());
    const byCount = known.get(thing);
    const key = isOwn ? "any" : count;
    if (!byCount.has(key)) byCount.set(key, describe(modules, thing, isOwn, count));
    return byCount.get(key);
  };
}

function describe(modules, thing, isOwn, count) {
  const isFunction = thing.kind === "function";
  const { parameters, result } = isFunction ? signature(modules, thing) : { parameters: [], result: "number" };
  const callee = {
    name: thing.name,
    as: thing.name,
    thing,
    isOwn,
    parameters: isOwn ? parameters : Array.from({ length: count }, (_, at) => parameters[at]),
    result,
    hasResult: result === "number" || result === "boolean",
  };
  if (isOwn) checkDeclaration(callee);
  return callee;
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
