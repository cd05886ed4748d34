/** Runs the same functions as WebAssembly and as the JavaScript that their source is, each with a memory of its own. */
import { transformSync } from "rolldown/utils";
import { expect } from "vitest";
import { compileCore } from "../../core/compile.js";

const words =
  "export const memory = 0; export const heap: Int32Array = new Int32Array(memory); export const heapBytes = new Uint8Array(memory);";
const imports = 'import { heap, heapBytes } from "../memory/words.ts";\n';
const pages = { initial: 1, maximum: 1 };

/** Compiles one module of the core, which has `heap` and `heapBytes`; `others` are further modules by their paths. */
export function compile(source, others = {}) {
  const files = { "/memory/words.ts": words, "/core/one.ts": imports + source, ...others };
  const core = Object.keys(files).filter((file) => file.startsWith("/core/"));
  const readFile = (file) => files[file];
  return compileCore({ files: core, plain: ["/memory/words.ts"], memory: "/memory/words.ts", pages, readFile });
}

/**
 * Both sorts of a module.
 * @param {object} [options]
 * @param {Record<string, Function>} [options.outside] functions of another module, with their declarations in `declared`
 */
export function both(source, { outside = {}, declared = "" } = {}) {
  const names = Object.keys(outside);
  const others = names.length === 0 ? {} : { "/outside.ts": declared };
  const header = names.length === 0 ? "" : `import { ${names.join(", ")} } from "../outside.ts";\n`;
  const compiled = start(compile(header + source, others), outside);
  const text = transformSync("one.ts", source).code;
  const exported = [...text.matchAll(/export function (\w+)/g)].map((match) => match[1]);
  const heap = new Int32Array(2 ** 14);
  const body = `${text.replaceAll(/^export (?!\{)/gm, "")}\nreturn { ${exported.join(", ")} };`;
  // oxlint-disable-next-line no-new-func -- the point is to run what the source means
  const plain = new Function("heap", "heapBytes", ...names, body)(
    heap,
    new Uint8Array(heap.buffer),
    ...Object.values(outside),
  );
  return { compiled, plain: { functions: plain, heap } };
}

/** An instance of a compiled module. */
export function start({ bytes, imports }, outside = {}) {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  const given = imports.map(({ as, name }) => [as, outside[name]]);
  const core = { memory, ...Object.fromEntries(given) };
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { core });
  return { functions: instance.exports, heap: new Int32Array(memory.buffer) };
}

/** Expects that a function gives the same in both, and leaves the same in memory, for every list of arguments. */
export function expectSame(source, calls, options) {
  const { compiled, plain } = both(source, options);
  for (const parameters of calls) {
    for (const { heap } of [compiled, plain]) heap.set(filled);
    for (const name of Object.keys(plain.functions)) {
      const expected = Number(plain.functions[name](...parameters));
      const result = compiled.functions[name](...parameters);
      // `expect` takes its time
      if (result !== expected) expect({ name, parameters, result }).toEqual({ name, parameters, result: expected });
    }
    const [left, right] = [compiled, plain].map(({ heap }) => Buffer.from(heap.buffer));
    if (Buffer.compare(left, right) !== 0) expect({ parameters, ...compiled }).toEqual({ parameters, ...plain });
  }
}

export const filled = Int32Array.from({ length: 2 ** 14 }, (_, at) => (at < 256 ? at * 7 : 0));
