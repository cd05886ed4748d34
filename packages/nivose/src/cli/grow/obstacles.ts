/** What the disk has in the way of a growth, found out before anything is written. */

import { existsSync, lstatSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Message } from "@nivose/nix/message";
import { askGit } from "../../change/git.ts";
import type { Plan } from "../../change/index.ts";
import type { Repository } from "../../check/source/repository.ts";
import { scaffoldMessages } from "../../scaffold/messages.ts";
import type { Context } from "../context.ts";
import { fileProblem, readSource } from "../sources.ts";

export interface Obstacle {
  readonly message: Message;
  /** In the repository. */
  readonly file: string;
}

/** Nix files that Git has and that cannot be read: what is in them would be taken for missing. */
export function unreadFiles({ files, tracked }: Repository, root: string, context: Context): readonly Message[] {
  return [...tracked].flatMap((name) => {
    if (!name.endsWith(".nix") || files.has(name)) return [];
    const place = path.join(root, name);
    try {
      if (lstatSync(place, { throwIfNoEntry: false })?.isFile() !== true) return [];
    } catch (error) {
      return [fileProblem(error, path.relative(context.cwd, place))];
    }
    const source = readSource({ path: place, name: path.relative(context.cwd, place) });
    return "code" in source ? [source] : [];
  });
}

/** Files that nobody may write to. They could be replaced, which is not what whoever said so wants. */
export function readOnlyFiles({ changes }: Plan, root: string): readonly Obstacle[] {
  return changes.flatMap(({ kind, path: file }) => {
    if (kind === "create") return [];
    const found = lstatSync(path.join(root, file), { throwIfNoEntry: false });
    const isReadOnly = found?.isFile() === true && (found.mode & WRITABLE) === 0;
    return isReadOnly ? [{ message: scaffoldMessages["grow-read-only"](file), file }] : [];
  });
}

const WRITABLE = 0o222;

/** Git is told of new files when they are there. It cannot be as long as something else has its index. */
export async function gitAtWork({ changes }: Plan, root: string, context: Context): Promise<Message | undefined> {
  if (changes.every(({ kind }) => kind === "edit")) return undefined;
  const answer = askGit(root, ["rev-parse", "--git-path", "index.lock"], context.environment);
  if (!answer.ok) return undefined;
  const lock = path.resolve(root, answer.output.replace(/\n$/u, ""));
  for (let attempts = 1; existsSync(lock); attempts++) {
    if (attempts === MOST_ATTEMPTS) return scaffoldMessages["grow-git-at-work"](path.relative(context.cwd, lock));
    await sleep(WAIT);
  }
  return undefined;
}

/** Git has it for as long as it writes one file. */
const MOST_ATTEMPTS = 20;
const WAIT = 50;
