/** Repositories that are read from a folder and written to one. */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Repository } from "../../src/check/source/repository.ts";
import { readRepository } from "../../src/cli/check/read-repository.ts";
import { flakesAt } from "../../src/cli/flakes-here.ts";
import { processContext } from "../../src/cli/process.ts";
import type { Preset } from "../../src/scaffold/preset.ts";
import { labOf } from "../../tests/scaffold/regrow/lab.ts";

const bin = path.join(import.meta.dirname, "../../bin/nivose.js");
const founded = new Map<string, Repository>();

/** As `init` writes it. All files are read, so that the folder can go. */
export async function foundingRepository({ name }: Preset): Promise<Repository> {
  const known = founded.get(name);
  if (known !== undefined) return known;
  const files = await labOf(name);
  const repository = inFolder([...files], (folder) => {
    const context = processContext(folder, () => {});
    return readRepository(flakesAt(folder, context), context);
  });
  const bytes = new Map([...files].map(([file, text]) => [file, Buffer.from(text)]));
  const kept: Repository = {
    ...repository,
    read: (file) => bytes.get(file),
    exists: (file) => bytes.has(file) || [...bytes.keys()].some((each) => each.startsWith(`${file}/`)),
  };
  founded.set(name, kept);
  return kept;
}

/** Of every host on paper, or why there is none. */
export function derivationsOf(
  repository: Repository,
  besides: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, string> {
  const files = [...repository.tracked].map((file) => [file, repository.read(file) ?? ""] as const);
  const words = [bin, "show", "--paper", "--derivations", "--json", "--workers", "1"];
  const { stdout, stderr } = inFolder([...files, ...Object.entries(besides)], (cwd) =>
    spawnSync(process.execPath, words, { cwd, encoding: "utf8", maxBuffer: 1 << 28 }),
  );
  if (!stdout.startsWith("{")) throw new Error(stderr);
  const { hosts, diagnostics } = JSON.parse(stdout) as {
    hosts: readonly { flake: string; name: string; derivation?: string }[];
    diagnostics: readonly { text: string }[];
  };
  return new Map(
    hosts.map(({ flake, name, derivation }) => {
      const why = diagnostics.find(({ text }) => text.includes(name))?.text ?? "no reason is told";
      return [`${flake}#${name}`, derivation ?? why];
    }),
  );
}

function inFolder<Result>(
  files: readonly (readonly [string, string | Uint8Array])[],
  use: (folder: string) => Result,
): Result {
  const folder = mkdtempSync(path.join(tmpdir(), "nivose-commute-"));
  try {
    for (const [file, content] of files) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), content);
    }
    spawnSync("git", ["init", "--quiet"], { cwd: folder });
    spawnSync("git", ["add", "--all", "--force"], { cwd: folder });
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
