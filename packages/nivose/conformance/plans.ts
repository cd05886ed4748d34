/**
 * What the `PLAN.md` of the examples points at in flakes, evaluated by our engine for NixOS 24.11 with local inputs. What can
 * run without nixpkgs is run by the tests.
 *
 *     node scripts/run.js packages/nivose/conformance/plans.ts --sources FILE [--only PRESET]
 *
 * FILE is that of `examples.ts`.
 */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { planCommand, planRows } from "../tests/scaffold/plan-commands.ts";

const presets = ["homelab", "parts", "profiles", "multi-flake", "package"];
const bin = path.resolve(import.meta.dirname, "../bin/nivose.js");
const localFlake = path.resolve(import.meta.dirname, "local-flake.nix");
const examples = path.resolve(import.meta.dirname, "../../../examples");
const { values } = parseArgs({ options: { sources: { type: "string" }, only: { type: "string" } } });
const { sources } = values;
if (sources === undefined) throw new Error("usage: plans.ts --sources FILE [--only PRESET]");

let passed = 0;
let failed = 0;
const known = new Map<string, boolean>();
for (const preset of presets.filter((name) => values.only === undefined || name === values.only)) {
  const top = mkdtempSync(path.join(tmpdir(), "nivose-plans-"));
  const folder = path.join(top, preset);
  run("init", preset, folder, "--release", "24.11", "--yes");
  for (const { thing, command } of planRows(readFileSync(path.join(examples, preset, "PLAN.md"), "utf8"))) {
    const plan = planCommand(command);
    if (plan.kind !== "flake") continue;
    const flake = path.join(folder, plan.folder);
    const key = `${flake}#${plan.attribute}`;
    if (!known.has(key)) known.set(key, evaluates(flake, plan.attribute.replaceAll("SYSTEM", "x86_64-linux"), command));
    if (known.get(key) === true) passed++;
    else failed++;
    if (known.get(key) !== true) process.stdout.write(`FAIL ${preset}: ${thing}: ${command}\n`);
  }
  rmSync(top, { recursive: true });
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

function evaluates(flake: string, attribute: string, command: string): boolean {
  const words = ["--arg", "flake", flake, "--arg", "sources", `import ${path.resolve(sources!)}`];
  const { status, stderr } = run("eval", localFlake, ...words, "-A", attribute);
  if (status !== 0) process.stdout.write(`     ${command}: ${stderr.split("\n").slice(0, 6).join("\n     ")}\n`);
  return status === 0;
}

function run(...words: readonly string[]): { readonly status: number | null; readonly stderr: string } {
  return spawnSync(process.execPath, [bin, ...words], { encoding: "utf8", maxBuffer: 1 << 28 });
}
