/**
 * Derivation paths of whole systems, by us and by real Nix: those of `systems.nix`.
 *
 *     NIVOSE_TEST_NIX=COMMAND node scripts/run.js packages/nix/conformance/systems.ts NIXPKGS [HOME-MANAGER] [NIX-DARWIN]
 *         [--only NAME]
 *
 * Systems that need a folder which is not given are left out.
 */

import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Answer, askNix, askUs, type Question } from "./engines.ts";
import { realNixCommand } from "./real-nix.ts";

/** Each system, and what it needs besides nixpkgs. */
const SYSTEMS: Readonly<Record<string, readonly string[]>> = {
  minimal: [],
  server: [],
  gnome: [],
  plasma: [],
  hyprland: [],
  sdImage: [],
  specialisation: [],
  overlays: [],
  containers: [],
  homeManager: ["home-manager"],
  homeManagerInNixos: ["home-manager"],
  homeManagerOnDarwin: ["home-manager"],
  nixDarwin: ["nix-darwin"],
  homeManagerInNixDarwin: ["home-manager", "nix-darwin"],
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: "string" } } });
const [nixpkgs, homeManager, nixDarwin] = positionals;
const nix = realNixCommand();
if (nixpkgs === undefined) throw new Error("usage: systems.ts NIXPKGS [HOME-MANAGER] [NIX-DARWIN] [--only NAME]");
if (nix === undefined) throw new Error("NIVOSE_TEST_NIX must be a command that runs a program of Nix 2.26");

const folders = Object.entries({ nixpkgs, "home-manager": homeManager, "nix-darwin": nixDarwin });
const searchPath = Object.fromEntries(
  folders.flatMap(([name, folder]) => (folder === undefined ? [] : [[name, folder] as const])),
);
let passed = 0;
let failed = 0;
let leftOut = 0;
for (const [name, needed] of Object.entries(SYSTEMS)) {
  if (values.only !== undefined && values.only !== name) continue;
  if (needed.some((each) => searchPath[each] === undefined)) {
    leftOut++;
    continue;
  }
  await compare(name, nix);
}
process.stdout.write(`${passed} passed, ${failed} failed, ${leftOut} left out\n`);
process.exitCode = failed > 0 ? 1 : 0;

async function compare(name: string, command: string): Promise<void> {
  const question: Question = {
    file: join(import.meta.dirname, "systems.nix"),
    attribute: `${name}.drvPath`,
    searchPath,
    output: "value",
  };
  const ours = await askUs(question);
  const theirs = await askNix(command, question);
  const agree = theirs.error === undefined && ours.output === theirs.output;
  if (agree) passed++;
  else failed++;
  const seconds = `${ours.seconds.toFixed(1)} s, Nix ${theirs.seconds.toFixed(1)} s`;
  process.stdout.write(`${agree ? "ok  " : "FAIL"} ${name} (${seconds}) ${agree ? ours.output : ""}`);
  if (!agree) process.stdout.write(`\n    ours: ${told(ours)}\n    Nix:  ${told(theirs)}\n`);
}

function told({ output, error }: Answer): string {
  return Buffer.from(error === undefined ? output.trimEnd() : `error: ${error}`, "latin1").toString();
}
