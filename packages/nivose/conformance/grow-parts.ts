/**
 * Adds every part that there is to repositories, and looks at what becomes of them: how many lines of existing files change, whether comments are
 * untouched, whether `nivose check` finds anything new, whether the part is there when it is evaluated, whether every other host has the
 * derivation that it had, and whether the bytes are those of before when it is removed.
 *
 *     node scripts/run.js packages/nivose/conformance/grow-parts.ts [FOLDER…] [--kinds module,package] [--no-hosts] [--keep FOLDER]
 *     node scripts/run.js packages/nivose/conformance/grow-parts.ts --together [FOLDER…] [--kinds KINDS] [--keep FOLDER]
 *     NIVOSE_TEST_NIX=COMMAND node scripts/run.js packages/nivose/conformance/grow-parts.ts --sources FILE [--only PRESET,PRESET]
 *
 * Each part by itself on paper, or all of them together, with the parts on a new host. With `--sources` the founding fleets are written for
 * NixOS 24.11, and their inputs are those folders. FILE is Nix, a set of folders by the names of inputs: `{ nixpkgs = /…; … }`. Real Nix, if there is
 * one, evaluates the new hosts as well. Without folders it takes the examples. They are copied, and nothing is written to them.
 */

import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { alone, columns as aloneColumns } from "./grow-parts/alone.ts";
import { Copy } from "./grow-parts/copy.ts";
import { writeFounding } from "./grow-parts/founding.ts";
import { declaredInputs, type Lock, overrideFlags, readSources } from "./grow-parts/overrides.ts";
import { sameInNix } from "./grow-parts/real-nix.ts";
import { columns as togetherColumns, together } from "./grow-parts/together.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kinds: { type: "string" },
    "no-hosts": { type: "boolean", default: false },
    keep: { type: "string" },
    together: { type: "boolean", default: false },
    sources: { type: "string" },
    only: { type: "string" },
  },
});

const RELEASE = "24.11";
const nix = process.env["NIVOSE_TEST_NIX"];
const kinds = values.kinds?.split(",");
const presets = ["homelab", "parts", "profiles", "multi-flake", "package"].filter(
  (name) => values.only?.split(",").includes(name) !== false,
);
const examples = path.resolve(import.meta.dirname, "../../../examples");
const isTogether = values.together || values.sources !== undefined;
const columns = ["repository", ...(isTogether ? togetherColumns : aloneColumns)];

printRow(columns);
printRow(columns.map(() => "---"));
const said: string[] = [];
for (const each of positionals.length > 0 ? positionals.map((folder) => path.resolve(folder)) : presets) {
  const name = path.basename(each);
  const copy = new Copy(name, values.keep ?? tmpdir());
  try {
    if (values.sources === undefined || path.isAbsolute(each)) copy.take(path.resolve(examples, each));
    else writeFounding(copy, each, RELEASE);
    copy.commit();
    tried(name, copy);
  } finally {
    if (values.keep === undefined) copy.delete();
  }
}
process.stdout.write(`\n${said.map((line) => `- ${line}\n`).join("")}`);

function tried(name: string, copy: Copy): void {
  const { sources } = values;
  const flags = sources === undefined ? ["--paper"] : ["--real", ...overridesOf(copy, sources)];
  if (!isTogether) {
    for (const row of alone(copy, { flags, kinds, withHosts: !values["no-hosts"] })) printRow([name, ...row]);
    return;
  }
  const { rows, whole } = together(copy, flags, kinds, (hosts) =>
    nix === undefined || sources === undefined ? [] : sameInNix(copy, hosts, sources, nix),
  );
  for (const row of rows) printRow([name, ...row]);
  said.push(...whole.map((line) => `${name}: ${line}`));
}

function overridesOf(copy: Copy, sources: string): string[] {
  const below = (pattern: string): string[] =>
    copy
      .git("ls-files", pattern)
      .split("\n")
      .filter((file) => file !== "" && !file.includes("templates/"))
      .map((file) => path.join(copy.folder, file));
  const locks = below("*flake.lock").map((file) => JSON.parse(readFileSync(file, "utf8")) as Lock);
  const declared = below("*flake.nix").flatMap((file) => declaredInputs(file));
  return overrideFlags(locks, declared, readSources(sources));
}

function printRow(cells: readonly string[]): void {
  const all = [...cells, ...columns.slice(cells.length).map(() => "")];
  process.stdout.write(`| ${all.join(" | ")} |\n`);
}
