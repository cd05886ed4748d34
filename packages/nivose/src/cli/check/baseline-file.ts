/** The file with what a repository has agreed to live with. */

import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Message } from "@nivose/nix/message";
import { type Baseline, BASELINE_FILE, baselineText, parseBaseline } from "../../check/baseline.ts";
import { checkMessages } from "../../check/messages.ts";
import type { Context } from "../context.ts";
import { fileProblem } from "../sources.ts";

/** Where it is: where the flag says, or else at the top of the repository. */
export function baselinePlace(root: string, named: string | undefined, { cwd }: Context): string {
  return named === undefined ? path.join(root, BASELINE_FILE) : path.resolve(cwd, named);
}

/** Nothing is known if there is none; but one that is named must be there. */
export function readBaseline(place: string, isNamed: boolean, context: Context): Baseline | Message {
  const name = path.relative(context.cwd, place);
  if (!existsSync(place)) return isNamed ? checkMessages["baseline-broken"](name, "it does not exist") : {};
  try {
    return (
      parseBaseline(readFileSync(place, "utf8")) ??
      checkMessages["baseline-broken"](name, "it is no baseline, or of another version")
    );
  } catch (error) {
    return fileProblem(error, name);
  }
}

/** Written aside and renamed, so that there is a whole one at any time. */
export function writeBaseline(place: string, baseline: Baseline, context: Context): Message | undefined {
  try {
    writeFileSync(`${place}.new`, baselineText(baseline));
    renameSync(`${place}.new`, place);
    return undefined;
  } catch (error) {
    return fileProblem(error, path.relative(context.cwd, place));
  }
}
