/**
 * What can go wrong with a change, as data: a message of the catalogue, the file that it is about and the cause.
 * Whatever reads, checks or carries out a plan returns problems. Inside, a {@link ChangeRefused} carries them to the
 * nearest place that can still put the old state back.
 */

import type { Message } from "@nivose/nix/message";
import { changeMessages } from "./messages.ts";

export interface ChangeProblem extends Message {
  /** Relative to the root of the change, or absolute for a file of Nivose's own. */
  readonly path?: string;
  readonly cause?: unknown;
}

export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly ChangeProblem[] };

export class ChangeRefused extends Error {
  readonly problems: readonly ChangeProblem[];

  constructor(problems: readonly ChangeProblem[]) {
    super(problems.map(({ path, text }) => (path === undefined ? text : `${path}: ${text}`)).join("\n"), {
      cause: problems[0]?.cause,
    });
    this.name = "ChangeRefused";
    this.problems = problems;
  }
}

export function problem(message: Message, path?: string, cause?: unknown): ChangeProblem {
  return { ...message, ...(path !== undefined && { path }), ...(cause !== undefined && { cause }) };
}

export function refuse(message: Message, path?: string, cause?: unknown): never {
  throw new ChangeRefused([problem(message, path, cause)]);
}

/** Runs an action on a file, and says of an error of the file system which file it was about. */
export function attempt<Result>(path: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return refuse(messageOfSystemError(error), path, error);
  }
}

/** The code of an error of the operating system, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  return isSystemError(error) ? error.code : undefined;
}

/** Runs an action, and takes the named errors of the operating system for "there is nothing to do". */
export function unless(codes: readonly string[], action: () => void): void {
  try {
    action();
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined || !codes.includes(code)) throw error;
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string" && "syscall" in error;
}

function messageOfSystemError(error: NodeJS.ErrnoException & { code: string }): Message {
  switch (error.code) {
    case "ENOSPC":
    case "EDQUOT":
      return changeMessages["change-no-space"](error.code);
    case "EACCES":
    case "EPERM":
      return changeMessages["change-no-permission"](error.code);
    case "EROFS":
      return changeMessages["change-read-only"]();
    default:
      return changeMessages["change-disk-error"](error.code, error.syscall ?? "access");
  }
}
