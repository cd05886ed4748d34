/** Runs the system's git, with the user's keys and settings and with nothing in its environment that points it elsewhere. */

import { spawn } from "node:child_process";
import { FetchError } from "./error.ts";
import { fetchMessages } from "./messages.ts";
import type { FetchOptions } from "./options.ts";
import { shownUrl } from "./shown-url.ts";

export interface GitRun {
  readonly status: number;
  readonly stdout: Buffer;
  /** Without what was told of the progress. */
  readonly stderr: string;
}

export interface GitSettings {
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly onProgress?: (told: string) => void;
}

/** `what` is the source, for messages. */
export function runGit(
  args: readonly string[],
  what: string,
  { signal, environment, isInteractive }: FetchOptions,
  { environment: more = {}, input, onProgress }: GitSettings = {},
): Promise<GitRun> {
  const kept = Object.entries(environment).filter(([name]) => !POINTERS.has(name));
  const asks = isInteractive ? {} : { GIT_TERMINAL_PROMPT: "0" };
  return new Promise((resolve, reject) => {
    const child = spawn("git", args, {
      env: { ...Object.fromEntries(kept), ...asks, LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0", ...more },
      signal,
      stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    });
    const output: Buffer[] = [];
    let words = "";
    child.stdout!.on("data", (piece: Buffer) => output.push(piece));
    child.stderr!.on("data", (piece: Buffer) => {
      const lines = piece.toString().split(/[\r\n]+/u);
      const progress = lines.findLast((line) => /^(?:remote: )?[\w ]+: +\d+% /u.test(line));
      if (progress !== undefined) onProgress?.(progress.replace(/^remote: /u, "").trim());
      words = (words + piece.toString()).slice(-LONGEST_WORDS);
    });
    child.on("error", (error: NodeJS.ErrnoException) => {
      const isMissing = error.code === "ENOENT";
      reject(isMissing ? new FetchError(fetchMessages["program-missing"]("git", what)) : error);
    });
    child.on("close", (status) => {
      resolve({ status: status ?? 1, stdout: Buffer.concat(output), stderr: told(words) });
    });
    if (input !== undefined) child.stdin!.on("error", () => {}).end(Buffer.from(input, "latin1"));
  });
}

/**
 * The URL that git is to be called with, and what it has to know to get in: a password in a URL would be in the list of
 * processes for everybody to read.
 */
export function withoutPassword(
  url: string,
  { GIT_CONFIG_COUNT: given = "0" }: Readonly<Record<string, string>>,
): {
  readonly plain: string;
  readonly environment: Readonly<Record<string, string>>;
} {
  const [, scheme, user, password, rest] = /^(https?:\/\/)([^/?#:@]*):([^/?#@]*)@(.*)$/su.exec(url) ?? [];
  if (scheme === undefined) return { plain: url, environment: {} };
  const count = Number(given) || 0;
  return {
    plain: `${scheme}${rest}`,
    environment: {
      // the empty one takes back those of the user, who would remember the password
      GIT_CONFIG_COUNT: String(count + 2),
      [`GIT_CONFIG_KEY_${count}`]: "credential.helper",
      [`GIT_CONFIG_VALUE_${count}`]: "",
      [`GIT_CONFIG_KEY_${count + 1}`]: "credential.helper",
      [`GIT_CONFIG_VALUE_${count + 1}`]:
        '!f() { echo "username=$NIVOSE_GIT_USER"; echo "password=$NIVOSE_GIT_PASSWORD"; }; f',
      NIVOSE_GIT_USER: decodeURIComponent(user!),
      NIVOSE_GIT_PASSWORD: decodeURIComponent(password!),
    },
  };
}

const LONGEST_WORDS = 20_000;

/** What would make git work on another repository than the one that it is told. */
const POINTERS = new Set(
  "GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES GIT_COMMON_DIR GIT_NAMESPACE GIT_PREFIX".split(
    " ",
  ),
);

function told(words: string): string {
  const lines = words
    .split(/[\r\n]+/u)
    .filter((line) => line.trim() !== "" && !/^(?:remote: )?[\w ]+: +\d+%/u.test(line));
  return shownUrl(lines.slice(-LAST_LINES).join("\n").trim());
}

const LAST_LINES = 8;
