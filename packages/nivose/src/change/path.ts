/**
 * Paths in plans: relative to one root, in the spelling of Git, and never outside of the root. Checked when a plan is
 * made or read, so that everything behind it can join them to the root without another thought.
 */

import { posix } from "node:path";
import { changeMessages } from "./messages.ts";
import { problem, type ChangeProblem } from "./problem.ts";

export function checkPath(path: string): ChangeProblem | undefined {
  const invalid = (reason: string): ChangeProblem => problem(changeMessages["change-path"](reason), path);
  if (path === "") return invalid("it is empty");
  if (path.startsWith("/")) return invalid("it is absolute");
  if (/\0|\p{Surrogate}/u.test(path)) return invalid("it is no text that a file system can hold");
  for (const part of path.split("/")) {
    if (part === "" || part === "." || part === "..")
      return invalid(`it contains ${part === "" ? "an empty part" : part}`);
    // file systems that ignore case would lead .GIT to the same folder
    if (part.toLowerCase() === ".git") return problem(changeMessages["change-inside-git"](), path);
  }
  return undefined;
}

/** A new link must stay within the root; what an existing one points to is the user's business. */
export function checkLinkTarget(path: string, target: string): ChangeProblem | undefined {
  const invalid = (reason: string): ChangeProblem => problem(changeMessages["change-path"](reason), path);
  if (target === "") return invalid("the link points to nothing");
  if (/\0|\p{Surrogate}/u.test(target)) return invalid("the link's target is no text that a file system can hold");
  if (target.startsWith("/")) return invalid(`the link points to the absolute path ${target}`);
  const reached = posix.join(posix.dirname(path), target);
  if (reached === ".." || reached.startsWith("../")) return invalid(`the link points out of the root, to ${target}`);
  return undefined;
}

export function folderOf(path: string): string {
  return posix.dirname(path);
}

/** The folders that a path lies in, the innermost first, without the root. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder !== "."; folder = folderOf(folder)) folders.push(folder);
  return folders;
}

/** The order of `git diff`: by bytes, which is nearly that of the characters. */
export function comparePaths(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
