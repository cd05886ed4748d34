/**
 * How TypeScript becomes JavaScript here, for the built command and for scripts alike, so that a benchmark measures
 * the code that users run.
 */
import { rolldown } from "rolldown";
import { corePlugins } from "./core/plugin.js";
import { filesBelow, packageFolders, root } from "./repository.js";

/**
 * Bundles `entries` (name to file) and everything that they import into `folder`. Modules that are imported
 * dynamically become files of their own, loaded when they are asked for, and what several of them share becomes files,
 * too, but for what `groups` puts together; with the format `cjs` an entry is one file with all of it. Returns what was
 * written.
 */
export async function bundle({ entries, folder, sourcemap, plugins = [], groups = [], format = "esm" }) {
  const build = await rolldown({
    cwd: root,
    input: entries,
    platform: "node",
    plugins: [...corePlugins(), ...plugins],
    tsconfig: false,
    transform: { target: "node20.19" },
    // The kinds of tokens and nodes are exported constants; as plain numbers they cost nothing in the hot loops.
    optimization: { inlineConst: { mode: "all", pass: 1 } },
  });
  try {
    const { output } = await build.write({
      dir: folder,
      format,
      entryFileNames: format === "cjs" ? "[name].cjs" : "[name].js",
      // Beside the entries, never in a folder below: `new URL("./name.worker.js", import.meta.url)` is right in both.
      chunkFileNames: "[name]-[hash].js",
      sourcemap,
      codeSplitting: format === "cjs" ? false : { groups },
      // Comments cost a few milliseconds of every start. Everything else stays, so that a stack can be read.
      comments: { legal: true, annotation: false, jsdoc: false },
      minify: false,
    });
    return output;
  } finally {
    await build.close();
  }
}

/**
 * What an evaluation loads, in few files: without these groups it would be a dozen, because commands that do not evaluate share
 * some of them. What those need must not pull in the evaluator; and what has the evaluator's memory in it has to be one
 * file, because V8 looks up what comes from another one with every access.
 */
export const engineGroups = [
  // of what both the start and the evaluator load, and threads should not load the start for
  { name: "basis", test: /\/packages\/nix\/src\/(?:message|syntax\/scope\/nearest)\.ts$/, priority: 3 },
  { name: "syntax", test: /\/packages\/nix\/src\/syntax\//, priority: 1 },
  { name: "store", test: /\/packages\/nix\/src\/store\//, priority: 1 },
  // what a record depends on is looked at without an evaluator
  { name: "trace", test: /\/packages\/nix\/src\/(?:trace|git)\//, priority: 1 },
  { name: "limits", test: /\/packages\/nix\/src\/eval\/errors\/limit-messages\.ts$/, priority: 1 },
  { name: "evaluator", test: /\/packages\/nix\/src\/(?:eval\/|builtins\/|evaluation\.ts|engine\/briefly\.ts)/ },
];

/** Every `*.worker.ts` and `*.process.ts` of the packages, under the name by which it is started: `name.worker`. */
export function workerEntries() {
  const files = packageFolders().flatMap((folder) => filesBelow(`${folder}/src`));
  const entries = {};
  for (const file of files.filter((name) => /\.(?:worker|process)\.ts$/.test(name))) {
    const name = file.slice(file.lastIndexOf("/") + 1, -".ts".length);
    if (entries[name] !== undefined) throw new Error(`${file} and ${entries[name]} would both become ${name}.js`);
    entries[name] = file;
  }
  return entries;
}
