/** Flakes with inputs, overrides and `follows` by chance, that change by chance after they were locked. */

import { Random } from "../../../conformance/random.ts";
import { flake } from "./flake-case.ts";
import type { LockCase } from "./lock-cases.ts";

const NAMES = ["a", "b", "c", "d", "e"];
const INPUTS = ["x", "y", "z"];

export function randomLocks(count: number, seed: number): LockCase[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, index) => randomLock(`by chance, ${seed}: ${index}`, random));
}

function randomLock(name: string, random: Random): LockCase {
  const files: Record<string, string> = { "top/flake.nix": flakeOf(0, random) };
  for (const [index, folder] of NAMES.entries()) files[`${folder}/flake.nix`] = flakeOf(index + 1, random);
  for (const folder of ["top", ...NAMES]) files[`${folder}/in/flake.nix`] = flake();
  const later: Record<string, string> = {};
  if (random.oneIn(2)) later["top/flake.nix"] = flakeOf(0, random);
  for (const [index, folder] of NAMES.entries())
    if (random.oneIn(4)) later[`${folder}/flake.nix`] = flakeOf(index + 1, random);
  if (random.oneIn(3)) later[`${random.pick(NAMES)}/new`] = "1";
  const paths = ["x", "y", "z", "x/y", "x/z", "y/x", "x/y/z", "gone"];
  const updates = random.oneIn(3) ? (random.oneIn(3) ? [] : [random.pick(paths), random.pick(paths)]) : undefined;
  return {
    name,
    files,
    ...(random.oneIn(5) ? {} : { later }),
    ...(updates === undefined ? {} : { updates: [...new Set(updates)] }),
    ...(random.oneIn(4) ? { overrides: [[random.pick(paths), `path:ROOT/${random.pick(NAMES)}`]] } : {}),
  };
}

/** Of what comes behind it alone, mostly: circles are refused. */
function flakeOf(level: number, random: Random): string {
  const inputs = INPUTS.filter(() => !random.oneIn(4)).map((name) => `${name} = { ${inputOf(level, 0, random)} };`);
  return `{ inputs = { ${inputs.join(" ")} }; outputs = _: { }; }\n`;
}

function inputOf(level: number, depth: number, random: Random): string {
  const parts: string[] = [];
  if (random.oneIn(6)) parts.push(`follows = "${random.pick(["x", "x", "y", "x/y", ""])}";`);
  else if (depth === 0 || !random.oneIn(6)) parts.push(`url = "${targetOf(level, random)}";`);
  if (random.oneIn(12)) parts.push("flake = false;");
  if (depth < 2 && random.oneIn(4)) {
    const inner = INPUTS.filter(() => random.oneIn(2)).map(
      (name) => `${name} = { ${inputOf(level, depth + 1, random)} };`,
    );
    parts.push(`inputs = { ${inner.join(" ")} };`);
  }
  return parts.join(" ");
}

function targetOf(level: number, random: Random): string {
  if (level >= NAMES.length || random.oneIn(6)) return random.oneIn(3) ? "path:ROOT/e/in" : "path:./in";
  return `path:ROOT/${NAMES[level + random.below(NAMES.length - level)]}`;
}
