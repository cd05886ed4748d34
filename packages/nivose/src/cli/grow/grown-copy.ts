/** A repository as it would be with a growth, for as long as somebody looks at it: a copy of what Git knows of it, which only its user can read. */

import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { askGit } from "../../change/git.ts";
import { FILE_MODE, PROGRAM_MODE } from "../../change/index.ts";
import type { Repository } from "../../check/source/repository.ts";
import type { Growth } from "../../scaffold/growth.ts";
import type { Context } from "../context.ts";

/** Nothing if there can be no copy: without Git, or if Git keeps some of the files in another form than they have here, as it does with secrets. */
export async function withGrownCopy<Result>(
  { files }: Growth,
  repository: Repository,
  root: string,
  context: Context,
  use: (copy: string) => Promise<Result>,
): Promise<Result | undefined> {
  if (!repository.isGit || isFiltered(repository)) return undefined;
  const copy = realpathSync(mkdtempSync(path.join(tmpdir(), "nivose-grown-")));
  const remove = (): void => rmSync(copy, { recursive: true, force: true });
  // whoever interrupts it leaves nothing behind either
  process.once("exit", remove);
  try {
    for (const name of repository.tracked) if (!files.has(name)) copyOf(path.join(root, name), path.join(copy, name));
    for (const [name, file] of files) {
      if (file === undefined) continue;
      mkdirSync(path.join(copy, path.dirname(name)), { recursive: true });
      const mode = file.isProgram === true ? PROGRAM_MODE : FILE_MODE;
      writeFileSync(path.join(copy, name), file.bytes, { mode });
    }
    return commit(copy, context) ? await use(copy) : undefined;
  } finally {
    process.off("exit", remove);
    remove();
  }
}

function isFiltered({ tracked, read }: Repository): boolean {
  const attributes = [...tracked].filter((name) => path.basename(name) === ".gitattributes");
  return attributes.some((name) => /^[^#\n]*\sfilter=/mu.test(Buffer.from(read(name) ?? []).toString()));
}

/** What is gone from the disk, and repositories within, are left out. */
function copyOf(from: string, to: string): void {
  const found = lstatSync(from, { throwIfNoEntry: false });
  if (found === undefined || !(found.isFile() || found.isSymbolicLink())) return;
  mkdirSync(path.dirname(to), { recursive: true });
  if (found.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
  else copyFileSync(from, to);
}

/** A tree that is committed is evaluated without a word about what is not. */
function commit(folder: string, { environment }: Context): boolean {
  const own = ["-c", "core.hooksPath=/dev/null", "-c", "user.name=nivose", "-c", "user.email=nivose@localhost"];
  const steps = [
    ["init", "--quiet", "--template="],
    ["add", "--all", "--force"],
    [...own, "-c", "commit.gpgSign=false", "commit", "--quiet", "--no-verify", "--message=grown"],
  ];
  return steps.every((step) => askGit(folder, step, environment).ok);
}
