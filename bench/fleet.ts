/**
 * `npm run bench -- fleet NIXPKGS HOME-MANAGER NIX-DARWIN`: a fleet of 12 hosts of three kinds over shared modules, every
 * host's derivation, beside `nix eval` of all of them in one process (NIVOSE_TEST_NIX, or the Nix that `npm test` keeps).
 * `--runs N` for another number of runs than three, `--hosts N` for another number of hosts.
 */

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { parseSriHash, printHash } from "../packages/nix/src/store/index.ts";
import { aligned, type Command, type Measured, measure, median, paired } from "./parts/harness.ts";
import { fleetFiles } from "./parts/fleet-files.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string", default: "3" }, hosts: { type: "string", default: "12" } },
});
const [nixpkgs, homeManager, darwin] = positionals.map((folder) => path.resolve(folder));
if (nixpkgs === undefined || homeManager === undefined || darwin === undefined) {
  process.stderr.write("usage: npm run bench -- fleet NIXPKGS HOME-MANAGER NIX-DARWIN [--runs N] [--hosts N]\n");
  process.exit(2);
}

const nix = process.env.NIVOSE_TEST_NIX ?? path.join(homedir(), ".cache/nivose/nix-2.26/nix-in");
const bin = path.join(import.meta.dirname, "../packages/nivose/bin/nivose.js");
const top = mkdtempSync(path.join(tmpdir(), "nivose-bench-fleet-"));
process.on("exit", () => rmSync(top, { recursive: true, force: true }));
const fleet = path.join(top, "fleet");
const caches = path.join(top, "cache");

for (const [file, text] of Object.entries(fleetFiles({ nixpkgs, homeManager, darwin }, Number(values.hosts)))) {
  mkdirSync(path.dirname(path.join(fleet, file)), { recursive: true });
  writeFileSync(path.join(fleet, file), text);
}
const git = (...words: string[]): unknown =>
  execFileSync("git", ["-c", "user.name=bench", "-c", "user.email=bench@example.org", ...words], { cwd: fleet });
git("init", "--quiet");
git("add", ".");
const theirs = nixCommand();
// locks the inputs, and copies them into Nix's store
execFileSync(theirs.argv[0], theirs.argv.slice(1), { stdio: ["ignore", "ignore", "inherit"] });
git("add", ".");
git("commit", "--quiet", "-m", "fleet");
keepSources();

const rows = [["", "ours", "Nix", "wall ratio", "at most", "CPU ratio", "memory ratio"]];
const runs = Number(values.runs);
// Nix keeps nothing of such an evaluation, so what it takes is the same whatever has changed
const [fresh, all] = measure([ourCommand({ before: forget }), theirs], { runs, warmUps: 0 });
rows.push(row("from nothing", fresh!, all!, "0.5"));
const edit = `printf '# %s\\n' "$RANDOM" >>hosts/first.nix`;
const [edited] = measure([ourCommand({ before: edit })], { runs, warmUps: 1 });
rows.push(row("one host edited", edited!, all!, "0.1"));
const [unchanged] = measure([ourCommand({})], { runs, warmUps: 1 });
rows.push(row("nothing changed", unchanged!, all!, "0.01, 250 ms"));
process.stdout.write(aligned(rows));

const [asked, node] = measure([ourCommand({ words: ["why", "first", "networking.hostName"] }), bareNode()], {
  runs: 10,
  warmUps: 2,
});
const more = paired(asked!, node!, (ours, bare) => ours.wall - bare.wall);
process.stdout.write(`a recorded 'why': ${more.toFixed(0)} ms above bare Node, at most 120 ms\n`);

/** As `nivose fetch` would have them: in the cache of sources, by their hashes. */
function keepSources(): void {
  const lock = JSON.parse(readFileSync(path.join(fleet, "flake.lock"), "utf8")) as {
    nodes: Record<string, { locked?: { path?: string; narHash?: string } }>;
  };
  for (const { locked } of Object.values(lock.nodes)) {
    if (locked?.path === undefined || locked.narHash === undefined) continue;
    const place = path.join(caches, "nivose/sources", printHash(parseSriHash(locked.narHash), "nix32"));
    if (existsSync(place)) continue;
    mkdirSync(path.dirname(place), { recursive: true });
    try {
      execFileSync("cp", ["-al", locked.path, place]);
    } catch {
      cpSync(locked.path, place, { recursive: true, verbatimSymlinks: true });
    }
  }
}

/** All that was found out is given up, and what is fetched stays. */
function forget(): void {}

function ourCommand({ before, words }: { before?: string | (() => void); words?: readonly string[] }): Command {
  const reset = before === forget ? `rm -rf '${caches}/nivose/records' '${caches}/nivose/units'; ` : "";
  const change = typeof before === "string" ? `${before}; ` : "";
  const asked = words ?? ["show", "--derivations", "--json"];
  const script = `${reset}${change}exec "$@"`;
  return {
    name: "nivose",
    argv: ["bash", "-c", script, "bash", process.execPath, bin, ...asked],
    cwd: fleet,
    env: { XDG_CACHE_HOME: caches },
  };
}

function nixCommand(): Command {
  const flags = ["--extra-experimental-features", "nix-command flakes", "--option", "eval-cache", "false"];
  return { name: "nix", argv: [nix, "nix", ...flags, "eval", "--json", `${fleet}#derivations`] };
}

function bareNode(): Command {
  return { name: "node", argv: [process.execPath, "-e", "0"] };
}

function row(name: string, ours: Measured, nixs: Measured, most: string): string[] {
  const wall = (one: Measured): number => median(one.runs.map((run) => run.wall));
  const cpu = (one: Measured): number => median(one.runs.map((run) => run.cpu));
  const memory = ours.peak === undefined || nixs.peak === undefined ? "" : (ours.peak / nixs.peak).toFixed(2);
  const ratios = [wall(ours) / wall(nixs), cpu(ours) / cpu(nixs)].map((ratio) => ratio.toFixed(3));
  return [name, `${wall(ours).toFixed(0)} ms`, `${wall(nixs).toFixed(0)} ms`, ratios[0]!, most, ratios[1]!, memory];
}
