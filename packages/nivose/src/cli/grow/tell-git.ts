/** What Git has to know of a growth, because Nix reads only files that Git knows: it is told of new files, and must not be asked to ignore them. */

import path from "node:path";
import type { Message } from "@nivose/nix/message";
import { askGit } from "../../change/git.ts";
import { createdByLast, repositoryAround } from "../../change/index.ts";
import { scaffoldMessages } from "../../scaffold/messages.ts";
import { printable } from "../../report/terminal-text.ts";
import { changeContext } from "../changes.ts";
import type { Context } from "../context.ts";
import { counted } from "../findings.ts";
import { announceFiles } from "../init/target.ts";

/** Git may have been stopped by the same keys that were meant for us: then it is told again. */
export function announce(root: string, created: readonly string[], context: Context): Message | undefined {
  if (repositoryAround(root) === undefined) return undefined;
  const target = { root, folder: root, hasRepository: true };
  return announceFiles(target, created, context) === undefined ? undefined : announceFiles(target, created, context);
}

/** Whoever was stopped between writing files and telling Git of them has them told now; or it is said why they cannot be. */
export function announceInterrupted(root: string, context: Context): Message | undefined {
  const last = createdByLast(changeContext(root, context).stateFolder);
  if (last === undefined || last.paths.length === 0) return undefined;
  const asked = ["ls-files", "-z", "--others", "--exclude-standard", "--", ...last.paths];
  const answer = askGit(root, asked, context.environment);
  const unknown = answer.ok ? answer.output.split("\0").filter((name) => name !== "") : [];
  if (unknown.length === 0) return undefined;
  const problem = announce(root, unknown, context);
  if (problem !== undefined) return problem;
  const what = counted(unknown.length, "file", "files");
  context.stderr.write(`finished first: '${printable(last.title)}', of which Git had not been told ${what}\n`);
  return undefined;
}

/** The first of the files that Git would ignore, with the rule that says so. */
export function ignoredProblem(root: string, created: readonly string[], context: Context): Message | undefined {
  if (created.length === 0) return undefined;
  const answer = askGit(root, ["check-ignore", "--verbose", "--", ...created], context.environment);
  // it answers with a failure if nothing is ignored
  for (const line of answer.ok ? answer.output.split("\n") : []) {
    const [, file = "", number, rule = "", name = ""] = /^(.*?):(\d+):(.*)\t(.*)$/u.exec(line) ?? [];
    // what says that it is not ignored is listed, too
    if (number === undefined || rule.startsWith("!")) continue;
    const place = path.isAbsolute(file) ? file : path.relative(context.cwd, path.join(root, file));
    return scaffoldMessages["grow-ignored"](name, `${place}:${number}`, rule);
  }
  return undefined;
}
