/** Repositories that are read from a folder and written to one. */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Repository } from "../../src/check/source/repository.ts";
import { readRepository } from "../../src/cli/check/read-repository.ts";
import { flakesAt } from "../../src/cli/flakes-here.ts";
import { processContext } from "../../src/cli/process.ts";
import type { Preset } from "../../src/scaffold/preset.ts";
import { labOf } from "../../tests/scaffold/regrow/lab.ts";
import { readable } from "./readable.ts";

const bin = path.join(import.meta.dirname, "../../bin/nivose.js");
const founded = new Map<string, Repository>();

/** As `init` writes it. All files are read, so that the folder can go. */
export async function foundingRepository({ name }: Preset): Promise<Repository> {
  const known = founded.get(name);
  if (known !== undefined) return known;
  const files = await readable(await labOf(name));
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

/** Files with their contents. */
export type Tree = ReadonlyMap<string, Uint8Array>;

export function treeOf(repository: Repository): Tree {
  return new Map([...repository.tracked].map((file) => [file, repository.read(file) ?? new Uint8Array()]));
}

/** As commands leave it, each in words after `nivose`; nothing if one of them does not succeed. */
export function treeAfter(tree: Tree, commands: readonly (readonly string[])[]): Tree | undefined {
  return inFolder([...tree], (cwd) => {
    for (const words of commands) {
      const { status } = spawnSync(process.execPath, [bin, ...words, "--allow-dirty"], { cwd, stdio: "ignore" });
      if (status !== 0) return undefined;
    }
    spawnSync("git", ["add", "--all", "--force"], { cwd });
    const { stdout } = spawnSync("git", ["ls-files", "-z"], { cwd, encoding: "utf8" });
    const names = stdout.split("\0").filter((name) => name !== "");
    return new Map(names.map((name) => [name, readFileSync(path.join(cwd, name))]));
  });
}

/** Of every host on paper, or why there is none. */
export function derivationsOf(tree: Tree): ReadonlyMap<string, string> {
  const words = [bin, "show", "--paper", "--derivations", "--json", "--workers", "1"];
  const { stdout, stderr } = inFolder([...tree], (cwd) =>
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
