/** Where a new repository goes, and Git's part in it. */

import { existsSync, lstatSync, mkdirSync, realpathSync, rmdirSync, statSync } from "node:fs";
import path from "node:path";
import type { Message } from "@nivose/nix/message";
import { askGit } from "../../change/git.ts";
import { attempt, unless } from "../../change/problem.ts";
import { repositoryAround } from "../../change/repository.ts";
import { scaffoldMessages } from "../../scaffold/messages.ts";
import type { Context } from "../context.ts";

export interface Target {
  /** The folder of the new files. */
  readonly folder: string;
  /** The repository around it, or the folder itself where there is none yet. */
  readonly root: string;
  readonly hasRepository: boolean;
}

export function targetOf(folder: string, cwd: string): Target {
  const absolute = realOf(path.resolve(cwd, folder));
  const around = repositoryAround(absolute);
  return { folder: absolute, root: around?.top ?? absolute, hasRepository: around !== undefined };
}

/** The path without links, also if its end does not exist yet. */
export function realOf(location: string): string {
  if (existsSync(location)) return realpathSync(location);
  const above = path.dirname(location);
  return above === location ? location : path.join(realOf(above), path.basename(location));
}

/** Whether something that is no folder stands where the folder, or one above it, should be. */
export function obstacleAt(location: string): string | undefined {
  if (existsSync(location)) return statSync(location).isDirectory() ? undefined : location;
  if (isLink(location)) return location;
  const above = path.dirname(location);
  return above === location ? undefined : obstacleAt(above);
}

/** Where a link leads to nothing, there is something all the same. */
function isLink(location: string): boolean {
  try {
    return lstatSync(location).isSymbolicLink();
  } catch {
    return false;
  }
}

/** Says what went wrong. Then, no folder is left behind that was not there before. */
export function makeRepository({ folder, hasRepository }: Target, { environment }: Context): Message | undefined {
  const made = attempt(folder, () => mkdirSync(folder, { recursive: true }));
  if (hasRepository) return undefined;
  const answer = askGit(folder, ["init", "--quiet", "--initial-branch=main"], environment);
  if (answer.ok) return undefined;
  if (made !== undefined) removeFolders(folder, made);
  return scaffoldMessages["init-git-failed"]("make a repository", answer.reason);
}

/** From the inner one to the outer one, as far as nothing is in them. */
function removeFolders(inner: string, outer: string): void {
  unless(["ENOTEMPTY", "EEXIST"], () => {
    for (let folder = inner; folder.startsWith(outer); folder = path.dirname(folder)) rmdirSync(folder);
  });
}

/**
 * Nix reads only files that Git knows of. In a repository of ours, they are told to Git whatever the user's own list of
 * ignored files says; in another one, what it ignores it may ignore for a reason.
 */
export function announceFiles(
  { root, hasRepository }: Target,
  paths: readonly string[],
  { environment }: Context,
): Message | undefined {
  const add = ["add", "--intent-to-add", ...(hasRepository ? [] : ["--force"]), "--"];
  for (let start = 0; start < paths.length; start += 500) {
    const answer = askGit(root, [...add, ...paths.slice(start, start + 500)], environment);
    if (!answer.ok) return scaffoldMessages["init-git-failed"]("be told of the new files", answer.reason);
  }
  return undefined;
}

/** Lets Git forget of files that are deleted what it was only told: that they would come. */
export function forgetFiles({ root }: Target, paths: readonly string[], { environment }: Context): void {
  for (let start = 0; start < paths.length; start += 500) {
    const answer = askGit(root, ["ls-files", "-z", "--stage", "--", ...paths.slice(start, start + 500)], environment);
    const entries = answer.ok ? answer.output.split("\0") : [];
    const announced = entries.filter((entry) => emptyFiles.test(entry)).map((entry) => entry.split("\t")[1]!);
    if (announced.length > 0) askGit(root, ["update-index", "--force-remove", "--", ...announced], environment);
  }
}

/** The names of what is empty, which is what stands for a file that is to come. */
const emptyFiles =
  /^\d+ (?:e69de29bb2d1d6434b8b29ae775ad8c2e48c5391|473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813) 0\t/u;
