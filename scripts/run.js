/**
 * `node scripts/run.js FILE.ts ARGUMENTS…`: bundles one TypeScript file and runs it in this process, for conformance
 * scripts and benchmarks. Node 20 runs no TypeScript, and what is measured should be what the build makes.
 *
 * In files of this repository `import.meta.dirname` stays the folder of the source, so that a script finds the data
 * that lies beside it; `import.meta.url` is the bundle, where the workers are.
 */
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { bundle, workerEntries } from "./bundle.js";
import { cache, root } from "./repository.js";

const [file, ...parameters] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write("usage: node scripts/run.js FILE.ts ARGUMENTS…\n");
  process.exit(2);
}
const source = path.resolve(file);
// A folder for every run: two runs of one file at the same time must not replace each other's code.
const folder = path.join(cache, "run", `${path.basename(file, ".ts")}-${process.pid}`);
mkdirSync(folder, { recursive: true });
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const [signal, status] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
])
  process.once(signal, () => process.exit(status));

try {
  await bundle({
    entries: { script: source, ...workerEntries() },
    folder,
    sourcemap: true,
    plugins: [keepSourceFolders()],
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
process.setSourceMapsEnabled(true);
process.argv = [process.execPath, source, ...parameters];
await import(path.join(folder, "script.js"));

function keepSourceFolders() {
  return {
    name: "keep-source-folders",
    transform: {
      filter: { code: "import.meta.dirname" },
      handler(code, id) {
        if (!id.startsWith(root) || id.includes("/node_modules/")) return null;
        // No line moves, so the map of the source stays right.
        return { code: code.replaceAll("import.meta.dirname", JSON.stringify(path.dirname(id))), map: null };
      },
    },
  };
}
