/** The difference of two drawings, done to the files of a repository. */

import type { Repository } from "../../check/source/repository.ts";
import { SourceFile } from "../../check/source/source-file.ts";
import type { GrowProblem, GrownFile } from "../growth.ts";
import { scaffoldMessages } from "../messages.ts";
import type { Drawn, DrawnFile } from "./drawn.ts";
import { mergeLines } from "./merge-lines.ts";
import { mergeLocks } from "./merge-lock.ts";
import { mergeNix } from "./merge-nix.ts";

export interface MergedFiles {
  readonly files: Map<string, GrownFile | undefined>;
  readonly notes: string[];
  readonly problems: GrowProblem[];
}

/** `deletes` if files that users changed may go. */
export function mergeFiles(repository: Repository, before: Drawn, after: Drawn, deletes: boolean): MergedFiles {
  const merged: MergedFiles = { files: new Map(), notes: [], problems: [] };
  for (const path of new Set([...before.files.keys(), ...after.files.keys()])) {
    const [was, is] = [before.files.get(path), after.files.get(path)];
    if (was?.draft === is?.draft) continue;
    if (is === undefined) removed(path, was!, repository, deletes, merged);
    else if (was === undefined) created(path, is, repository, merged);
    else changed(path, was, is, repository, merged);
  }
  return merged;
}

function created(path: string, { text, isProgram }: DrawnFile, repository: Repository, merged: MergedFiles): void {
  const mine = textAt(path, repository);
  if (mine?.text === text()) return;
  if (mine === undefined) merged.files.set(path, { bytes: bytesOf(text()), isProgram });
  else merged.problems.push({ message: scaffoldMessages["grow-occupied"](path), file: path });
}

function removed(
  path: string,
  { text }: DrawnFile,
  repository: Repository,
  deletes: boolean,
  { files, notes, problems }: MergedFiles,
): void {
  const mine = textAt(path, repository);
  if (mine === undefined) return;
  files.set(path, undefined);
  if (mine.text === text()) return;
  if (deletes)
    notes.push(`${path} was changed since it was written, and is deleted all the same: 'nivose undo' brings it back.`);
  else problems.push({ message: scaffoldMessages["grow-unfit"](path, "it would move to another place"), file: path });
}

function changed(path: string, was: DrawnFile, is: DrawnFile, repository: Repository, merged: MergedFiles): void {
  const mine = textAt(path, repository);
  const [before, after] = [was.text(), is.text()];
  if (before === after || mine?.text === after) return;
  if (mine?.text === before) merged.files.set(path, { bytes: mine.written(after) });
  else if (path.endsWith(".nix")) changedNix(path, mine?.bytes, before, after, merged);
  // a document or a script that is gone is not missed
  else if (mine !== undefined) changedText(path, mine, before, after, merged);
}

function changedNix(
  path: string,
  mine: Uint8Array | undefined,
  before: string,
  after: string,
  merged: MergedFiles,
): void {
  const unfit = (what: string): GrowProblem => ({ message: scaffoldMessages["grow-unfit"](path, what), file: path });
  if (mine === undefined) {
    merged.problems.push({ message: scaffoldMessages["grow-unfit"](path, "it is gone") });
    return;
  }
  const file = new SourceFile(path, mine);
  if (file.tree.diagnostics.length > 0) {
    merged.problems.push({ ...unfit("it cannot be read"), range: file.tree.diagnostics[0]!.range });
    return;
  }
  const result = mergeNix(file, new SourceFile(path, bytesOf(before)), new SourceFile(path, bytesOf(after)));
  if ("unfit" in result) merged.problems.push({ ...unfit(result.unfit), range: file.tree.range(result.ref) });
  else if (Buffer.compare(result.file.bytes, file.bytes) !== 0) merged.files.set(path, { bytes: result.file.bytes });
}

function changedText(path: string, file: UserText, before: string, after: string, merged: MergedFiles): void {
  const mine = file.text;
  if (path.endsWith("flake.lock")) {
    const lock = mergeLocks(mine, before, after);
    if (lock === undefined)
      merged.problems.push({
        message: scaffoldMessages["grow-unfit"](path, "it has something else under a name that is new"),
        file: path,
      });
    else if (lock !== mine) merged.files.set(path, { bytes: file.written(lock) });
    return;
  }
  const { text, left } = mergeLines(mine, before, after);
  if (left.length > 0 && path === ".sops.yaml") {
    merged.problems.push({
      message: scaffoldMessages["grow-unfit"](path, `there is no place for\n${left.join("\n")}`),
      file: path,
    });
    return;
  }
  if (text !== mine) merged.files.set(path, { bytes: file.written(text) });
  const missing = left.flatMap((each) => each.split("\n")).filter((each) => each.trim() !== "");
  if (missing.length > 0) merged.notes.push(tellMissing(path, missing));
}

/** In one sentence, however much it is: a few lines say what it is about. */
function tellMissing(path: string, missing: readonly string[]): string {
  const shown = missing.slice(0, MOST).map((line) => `'${line.trim()}'`);
  const more = missing.length - shown.length;
  const lines = more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(" and ");
  const [which, it] = missing.length === 1 ? ["this line", "it"] : ["these lines", "them"];
  return `${path} was changed since it was written and has no place for ${which}, so put ${it} in yourself: ${lines}.`;
}

const MOST = 3;

/** A text as it was written, and the way in which the user's file has it: line ends of Windows, a mark of its encoding. */
interface UserText {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly written: (text: string) => Uint8Array;
}

function textAt(path: string, { files, read }: Repository): UserText | undefined {
  const bytes = files.get(path)?.bytes ?? read(path);
  if (bytes === undefined) return undefined;
  const whole = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const mark = whole.startsWith(MARK) ? MARK : "";
  const own = whole.slice(mark.length);
  const isOfWindows = own.includes("\r\n") && !/(?<!\r)\n/u.test(own);
  return {
    bytes,
    text: isOfWindows ? own.replaceAll("\r\n", "\n") : own,
    written: (text) => bytesOf(mark + (isOfWindows ? text.replaceAll("\n", "\r\n") : text)),
  };
}

const MARK = "\uFEFF";

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
