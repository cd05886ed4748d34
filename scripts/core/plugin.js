/**
 * The plugin that puts the compiled core in the place of its sources, for rolldown and for vitest: what imports a file
 * of the core gets the functions of the WebAssembly module.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../repository.js";
import { compileCore } from "./compile.js";
import { glueCode, instanceCode, outsideCode } from "./glue.js";

const source = path.join(root, "packages/nix/src");
const words = path.join(source, "eval/memory/words.ts");
const syntaxMemory = path.join(source, "syntax/memory.ts");
const tokens = path.join(source, "syntax/token-columns.ts");

/** What is compiled: the evaluator's core, the lexer and the parser, and what makes code of what these leave. */
const cores = [
  {
    folder: path.join(source, "eval/core"),
    memory: words,
    // small modules whose functions are compiled in, and which stay what they are for everybody else
    plain: [
      words,
      path.join(source, "eval/machine/applications.ts"),
      path.join(source, "eval/memory/attr-positions.ts"),
      path.join(source, "eval/memory/kinds.ts"),
      path.join(source, "eval/memory/shape-words.ts"),
      path.join(source, "eval/machine/frames.ts"),
    ],
    pages: { initial: 32768, maximum: 32768 },
  },
  {
    folder: path.join(source, "syntax/core"),
    memory: syntaxMemory,
    plain: [tokens],
    pages: { initial: 64, maximum: 32768 },
    // a parser is a few large functions that call each other: more of them in each other makes it larger, not quicker
    mostInlined: 35,
    isLate: true,
  },
  {
    folder: path.join(source, "eval/code/core"),
    memory: syntaxMemory,
    plain: [tokens],
    pages: { initial: 64, maximum: 32768 },
    mostInlined: 35,
    isLate: true,
  },
];

/** A plugin for each. */
export function corePlugins() {
  return cores.filter(({ folder }) => existsSync(folder)).map(corePlugin);
}

/**
 * @param {object} places
 * @param {string} places.folder the files of the core
 * @param {string} places.memory the module that exports `memory`, and `heap` as its words
 * @param {string[]} places.plain modules of which the functions that the core calls are compiled in, too
 * @param {{ initial: number, maximum: number }} places.pages the size of that memory
 * @param {number} [places.mostInlined] how many nodes a function may have that is written where it is called
 * @param {boolean} [places.isLate] whether it is instantiated only when it is first called
 */
export function corePlugin({ folder, memory, plain, pages, mostInlined, isLate = false }) {
  // in the same folder as the sources, so that they come into the same file of the bundle
  const instance = path.join(folder, "compiled-instance.js");
  const outside = path.join(folder, "compiled-outside.js");
  const specifierOf = (file) => {
    const relative = path.posix.relative(folder, file);
    return relative.startsWith(".") ? relative : `./${relative}`;
  };
  let compiled;
  const compile = () => (compiled ??= compileOnce({ files: coreFiles(folder), plain, memory, pages, mostInlined }));
  const codeOf = (id) => {
    if (id === instance) return instanceCode(compile(), specifierOf(memory), isLate);
    if (id === outside) return outsideCode(compile(), specifierOf(instance), specifierOf);
    const isCore = path.dirname(id) === folder && id.endsWith(".ts");
    return isCore ? glueCode(compile().exports[id], specifierOf(instance), specifierOf(outside)) : undefined;
  };
  return {
    name: "core",
    enforce: "pre",
    buildStart() {
      compiled = undefined;
    },
    watchChange() {
      compiled = undefined;
    },
    resolveId: {
      filter: { id: /\/compiled-(?:instance|outside)\.js$/ },
      handler: (source, importer) => {
        const id = path.resolve(path.dirname(importer ?? folder), source);
        return id === instance || id === outside ? id : null;
      },
    },
    load: {
      // only a first look, which costs nothing for all other modules
      filter: { id: new RegExp(`/${path.basename(folder)}/[^/]+\\.[jt]s$`) },
      handler(id) {
        const code = codeOf(id);
        // the package says that its modules do nothing when they are loaded, which is not so for these
        return code === undefined ? null : { code, map: null, moduleSideEffects: true };
      },
    },
  };
}

const last = new Map();

/** Compiles a core, unless it is what was compiled last: one build makes several bundles. */
function compileOnce(options) {
  const read = (file) => readFileSync(file, "utf8");
  const key = JSON.stringify(options);
  const known = last.get(key);
  const isSame =
    known !== undefined && [...known.texts].every(([file, text]) => existsSync(file) && text === read(file));
  if (isSame) return known.compiled;
  const texts = new Map();
  const readFile = (file) => texts.set(file, read(file)).get(file);
  const compiled = compileCore({ ...options, readFile });
  last.set(key, { texts, compiled });
  return compiled;
}

function coreFiles(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  return names.toSorted().map((name) => path.join(folder, name));
}
