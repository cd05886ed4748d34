/**
 * `npm run build`: bundles the command with everything that it needs into `packages/nivose/dist/`. The folder is
 * written aside and then put in place, so that a command that starts meanwhile finds the old one or the new one.
 */
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { bundle, engineGroups, workerEntries } from "./bundle.js";
import { licenceNotices } from "./licences.js";
import { layOutPaper } from "./paper.js";
import { cache, dist, filesBelow, root } from "./repository.js";
import { recordBuild, sourcesFingerprint } from "./setup.js";

/**
 * What every verb loads, in one file instead of twenty: each costs half a millisecond. What `--version` needs stays apart
 * from it. A module belongs here if everything that it imports does.
 */
const startUp = [
  { name: "product", test: /\/cli\/product\.ts$/, priority: 2 },
  {
    name: "tool",
    test: new RegExp(
      [
        "/cli/(?:app|color|command-line|context|exit-codes|experimental-features|global-flags|listing|pairs|process)\\.ts$",
        "/cli/(?:refuse|start|verb|commands/[a-z]+)\\.ts$",
        "/report/(?:human|messages|style|terminal-text)\\.ts$",
      ].join("|"),
    ),
  },
];

/** What starts the thread of an evaluation, before anything else is loaded; those that need no thread load a part of it. */
const ahead = [
  { name: "unit-cache", test: /\/cli\/unit-cache\.ts$/, priority: 3 },
  { name: "ahead", test: /\/cli\/ahead\.ts$|\/engine\/(?:worker|limits)\.ts$/, priority: 2 },
];

/** What the verbs that evaluate load besides the engine, likewise. */
const evaluation = {
  name: "evaluate",
  test: /\/advice\/scope\.ts|\/cli\/(?:run\/eval|evaluate|evaluation-options|installed-nix|log-line|search-path)\.ts$/,
};

const started = performance.now();
// Taken before, not after: a file that is saved while this runs must count as newer than the result.
const sources = sourcesFingerprint();
const fresh = path.join(cache, `dist-${process.pid}`);
const stale = path.join(cache, `dist-${process.pid}-old`);
mkdirSync(cache, { recursive: true });
try {
  const output = await bundle({
    entries: { main: "packages/nivose/src/cli/main.ts", ...workerEntries() },
    folder: fresh,
    sourcemap: true,
    groups: [...startUp, ...ahead, ...engineGroups, evaluation],
  });
  // as one script, too: see `packages/nix/src/engine/load-evaluator.ts`
  output.push(
    ...(await bundle({
      entries: { evaluator: "packages/nix/src/engine/evaluator.ts" },
      folder: fresh,
      sourcemap: true,
      format: "cjs",
    })),
  );
  inAscii(path.join(fresh, "evaluator.cjs"));
  writeFileSync(path.join(fresh, "THIRD-PARTY-LICENCES.txt"), licenceNotices(output));
  layOutPaper(path.join(fresh, "paper"));
  compileAhead(fresh);
  put(fresh, dist);
  recordBuild(sources);
  const code = output.filter((file) => file.type === "chunk");
  const size = code.reduce((sum, file) => sum + file.code.length, 0);
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  const where = path.relative(root, dist);
  process.stderr.write(`built ${where}: ${code.length} files, ${Math.ceil(size / 1000)} kB, ${seconds} s\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
} finally {
  for (const folder of [fresh, stale]) rmSync(folder, { recursive: true, force: true });
}

/**
 * Evaluates a system on paper, and lays what V8 has compiled of the evaluator meanwhile beside it, so that the first evaluation
 * of all is as fast as the next. It is of use for this version of Node alone.
 */
function compileAhead(folder) {
  const home = path.join(folder, "home");
  const nixpkgs = path.join(folder, "paper/nixpkgs");
  const system = `(import ${nixpkgs}/nixos/lib/eval-config.nix { system = "x86_64-linux"; modules = [ { boot.isContainer = true; services.nginx.enable = true; } ]; })`;
  const words = ["eval", "--impure", "-E", `${system}.config.system.build.toplevel.drvPath`];
  mkdirSync(home);
  const { status, stderr } = spawnSync(process.execPath, [path.join(folder, "main.js"), ...words], {
    env: { ...process.env, XDG_CACHE_HOME: home },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the command that was built does not evaluate:\n${stderr}`);
  for (const file of filesBelow(home, "/").filter((name) => name.endsWith(".code"))) {
    chmodSync(file, 0o644);
    renameSync(file, path.join(folder, path.basename(file)));
  }
  rmSync(home, { recursive: true });
}

/** V8 keeps a script whose characters are all ASCII in half the room, and has read it sooner. Others stand in strings alone. */
function inAscii(file) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  // oxlint-disable-next-line require-unicode-regexp -- each unit of UTF-16 is one escape
  writeFileSync(file, readFileSync(file, "utf8").replace(/[^\x00-\x7f]/g, escaped));
}

/** Two builds may end at the same time; each puts the other's result away until its own is in place. */
function put(folder, place) {
  mkdirSync(stale);
  for (let attempt = 1; ; attempt++) {
    try {
      renameSync(place, path.join(stale, String(attempt)));
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
    try {
      renameSync(folder, place);
      return;
    } catch (error) {
      if (error.code !== "ENOTEMPTY" || attempt === 9) throw error;
    }
  }
}
