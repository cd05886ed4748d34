/**
 * The repository as it was at a revision: checked out beside the caches, in the same place each time, so that what was
 * evaluated there once is recorded.
 */

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Message } from "@nivose/nix/message";
import { askGit } from "../../change/git.ts";
import { checkMessages } from "../../check/messages.ts";
import type { Context } from "../context.ts";
import { cacheHome } from "../unit-cache.ts";

/** How many are kept. */
const MOST = 4;

/** The folder; a message if there is no such state. */
export function checkOut(root: string, revision: string, context: Context): string | Message {
  const { environment } = context;
  const commit = askGit(
    root,
    ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`],
    environment,
  );
  if (!commit.ok) {
    const isGit = askGit(root, ["rev-parse", "--git-dir"], environment).ok;
    const reason = isGit ? "Git knows no such commit" : "this is no Git repository";
    return checkMessages["changed-without-git"](revision, reason);
  }
  const base = placeFor(root, context);
  const folder = path.join(base, commit.output.trim());
  if (!existsSync(folder)) {
    const fresh = mkdtempSync(path.join(base, "new-"));
    const made = cloneInto(fresh, root, commit.output.trim(), environment);
    if (made !== undefined) {
      rmSync(fresh, { recursive: true, force: true });
      return checkMessages["changed-without-git"](revision, made);
    }
    renameSync(fresh, folder);
  }
  const now = new Date(context.now());
  utimesSync(folder, now, now);
  forgetOld(base);
  return folder;
}

/** Why it cannot be done. Objects are borrowed from the repository, and no hook of it runs. */
function cloneInto(
  folder: string,
  root: string,
  commit: string,
  environment: Context["environment"],
): string | undefined {
  const steps = [
    ["clone", "--quiet", "--shared", "--no-checkout", "--template=", root, folder],
    ["-C", folder, "-c", "core.hooksPath=/dev/null", "checkout", "--quiet", "--detach", commit],
  ];
  for (const step of steps) {
    const done = askGit(root, step, environment);
    if (!done.ok) return done.reason;
  }
  return undefined;
}

function placeFor(root: string, context: Context): string {
  const cache = cacheHome(context);
  const name = createHash("sha256").update(root).digest("hex").slice(0, 16);
  if (cache !== undefined) {
    const folder = path.join(cache, "before", name);
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      return folder;
    } catch {
      // a cache that cannot be written is none
    }
  }
  const once = mkdtempSync(path.join(tmpdir(), "nivose-before-"));
  process.once("exit", () => rmSync(once, { recursive: true, force: true }));
  return once;
}

function forgetOld(base: string): void {
  const all = readdirSync(base).map((name) => ({
    folder: path.join(base, name),
    at: statSync(path.join(base, name)).mtimeMs,
  }));
  for (const { folder } of all.toSorted((a, b) => b.at - a.at).slice(MOST))
    rmSync(folder, { recursive: true, force: true });
}
