/**
 * `npm run bench -- paper [NIXPKGS]`: hosts on paper. One of 100 modules, as a whole process and in a process that has
 * evaluated before, and a fleet of 50, all to the derivation of the system; beside real Nix on the same paper, and beside real
 * Nix on the real NixOS if its tree is given. `--runs N` for another number of runs than five.
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { EvaluationSession } from "@nivose/nix/engine";
import type { EvalRequest } from "@nivose/nix/evaluation";
import { aligned, type Command, type Measured, measure, median } from "./parts/harness.ts";
import { paperFleet } from "./parts/paper-files.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "5" },
    modules: { type: "string", default: "100" },
    hosts: { type: "string", default: "50" },
  },
});
const runs = Number(values.runs);
const nixpkgs = positionals[0] === undefined ? undefined : path.resolve(positionals[0]);
const nix = process.env.NIVOSE_TEST_NIX ?? path.join(homedir(), ".cache/nivose/nix-2.26/nix-in");
const bin = path.join(import.meta.dirname, "../packages/nivose/bin/nivose.js");
const paper = path.join(import.meta.dirname, "../packages/nivose/dist/paper/nixpkgs");
const local = path.join(import.meta.dirname, "../packages/nivose/conformance/local-flake.nix");
const top = mkdtempSync(path.join(tmpdir(), "nivose-bench-paper-"));
process.on("exit", () => rmSync(top, { recursive: true, force: true }));
const one = write("one", 1, Number(values.modules));
const many = write("many", Number(values.hosts), Number(values.modules));

/** How often something is evaluated before it is warm. */
const WARM_UPS = 5;

const rows = [["", "ours", "Nix, paper", "ratio", "Nix, NixOS", "ratio", "at most"]];
rows.push(await compare("a host, whole process", one, "400 ms"));
rows.push(["a host, warm process", `${(await warm(one)).toFixed(0)} ms`, "", "", "", "", "120 ms"]);
rows.push(await compare(`${values.hosts} hosts`, many, "3000 ms"));
process.stdout.write(aligned(rows));

function write(name: string, hosts: number, modules: number): string {
  const folder = path.join(top, name);
  for (const [file, text] of Object.entries(paperFleet(hosts, modules))) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

async function compare(name: string, flake: string, most: string): Promise<string[]> {
  const words = ["show", "--derivations", "--json", "--paper", "--flake", flake];
  const ours: Command = {
    name: "nivose",
    // what was recorded would be the answer
    argv: ["bash", "-c", `rm -rf '${top}/cache/nivose/records'; exec "$@"`, "bash", process.execPath, bin, ...words],
    env: { XDG_CACHE_HOME: path.join(top, "cache") },
  };
  const commands = [ours, nixCommand(flake, paper)];
  if (nixpkgs !== undefined) commands.push(nixCommand(flake, nixpkgs));
  const [us, onPaper, onReal] = measure(commands, { runs, warmUps: 1 });
  const beside = (them: Measured | undefined): string[] =>
    them === undefined ? ["", ""] : [`${wall(them).toFixed(0)} ms`, (wall(us!) / wall(them)).toFixed(3)];
  return [name, `${wall(us!).toFixed(0)} ms`, ...beside(onPaper), ...beside(onReal), most];
}

function wall({ runs: all }: Measured): number {
  return median(all.map((run) => run.wall));
}

/** All systems of a flake. */
function expressionOf(flake: string, source: string): string {
  const outputs = `(import ${local} { flake = ${flake}; sources = { nixpkgs = ${source}; }; })`;
  return `builtins.mapAttrs (_: host: host.config.system.build.toplevel.drvPath) ${outputs}.nixosConfigurations`;
}

function nixCommand(flake: string, source: string): Command {
  const words = ["nix-instantiate", "--eval", "--strict", "--json", "-E", expressionOf(flake, source)];
  return { name: "nix", argv: [nix, ...words] };
}

/** The median of several evaluations after the first ones. */
async function warm(flake: string): Promise<number> {
  const session = new EvaluationSession();
  const request: EvalRequest = {
    expression: { kind: "text", text: Buffer.from(expressionOf(flake, paper)), name: "bench", folder: top },
    selections: [""],
    args: [],
    output: "json",
    strict: true,
    location: false,
    settings: {},
  };
  const times: number[] = [];
  try {
    for (let run = 0; run < runs + WARM_UPS; run++) {
      const started = performance.now();
      const reply = await session.evaluate(request);
      if (!reply.ok) throw new Error(reply.failure.text);
      if (run >= WARM_UPS) times.push(performance.now() - started);
    }
  } finally {
    await session.end();
  }
  return median(times);
}
