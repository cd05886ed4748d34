/**
 * Random systems on paper in our engine and in real Nix: the value of each option that they define, or that it is an error,
 * and the derivation of the whole.
 *
 *     node scripts/run.js packages/nivose/conformance/paper-fuzz.ts [--hosts N] [--seed N] [--nix "COMMAND ARGUMENTS"]…
 *
 * `--nix` is what runs `nix-instantiate`, and may be given more than once.
 */

import path from "node:path";
import { parseArgs } from "node:util";
import { compare } from "./paper-fuzz/compare.ts";
import { randomHost } from "./paper-fuzz/hosts.ts";
import { declaredOptions } from "./paper-fuzz/options.ts";
import { Random } from "./paper-fuzz/random.ts";

const { values } = parseArgs({
  options: {
    hosts: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    nix: { type: "string", multiple: true, default: [] },
  },
});

const BATCH = 20;
const root = path.resolve(import.meta.dirname, "../../..");
const options = declaredOptions(path.join(root, "data/paper/nixos/options"));
const random = new Random(Number(values.seed));
const paper = `import ${root}/packages/nivose/tests/paper/system/with-nixpkgs.nix ${root}/packages/nivose/dist/paper/nixpkgs`;
const counts = { hosts: 0, asked: 0, values: 0, uncaught: 0, different: 0 };

while (counts.hosts < Number(values.hosts)) {
  const hosts = Array.from({ length: BATCH }, () => randomHost(options, random));
  const outcome = compare(
    hosts,
    paper,
    values.nix.map((command) => command.split(" ")),
  );
  counts.hosts += hosts.length;
  counts.asked += outcome.asked;
  counts.values += outcome.values;
  counts.uncaught += outcome.uncaught.length;
  counts.different += outcome.different.length;
  for (const line of outcome.uncaught) process.stdout.write(`not caught: ${line.slice(0, 400)}\n`);
  for (const line of outcome.different) process.stdout.write(`DIFFERENT ${line}\n`);
}
const { hosts, asked, values: known, uncaught, different } = counts;
process.stdout.write(
  `${hosts} systems, ${asked} options, ${known} of them values, ${uncaught} errors that are not caught, ${different} different\n`,
);
process.exitCode = different > 0 ? 1 : 0;
