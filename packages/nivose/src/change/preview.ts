/**
 * What a plan would do, to be looked at: a patch in Git's format with counts. The plain patch is bytes that `git apply`
 * takes, whatever the encoding of the files; the coloured one is text for a terminal, in which nothing from a file can
 * steer the terminal.
 */

import type { Style } from "../report/style.ts";
import { printable } from "../report/terminal-text.ts";
import type { Effect } from "./effect.ts";
import { filePairs, type FilePair } from "./file-pairs.ts";
import { patchOfPair, type PatchLine } from "./patch.ts";

export interface Preview {
  readonly files: readonly FilePreview[];
  readonly counts: Counts;
}

export interface FilePreview {
  readonly path: string;
  readonly movedFrom?: string;
  readonly kind: "created" | "edited" | "moved" | "deleted";
  readonly lines: readonly PatchLine[];
}

export interface Counts {
  readonly created: number;
  readonly edited: number;
  /** Edited on the way or not. */
  readonly moved: number;
  readonly deleted: number;
  readonly linesAdded: number;
  readonly linesRemoved: number;
}

export async function previewEffect(effect: Effect): Promise<Preview> {
  const { structuredPatch } = await import("diff");
  const files = filePairs(effect).map((pair): FilePreview => {
    const moved = pair.from !== pair.to && { movedFrom: pair.from };
    return { path: pair.to, ...moved, kind: kindOf(pair), lines: patchOfPair(pair, structuredPatch) };
  });
  return { files, counts: countsOf(files) };
}

/** The patch as `git apply` reads it. */
export function patchBytes(preview: Preview): Uint8Array {
  const text = preview.files.flatMap(({ lines }) => lines.map((line) => `${line.text}\n`)).join("");
  return Buffer.from(text, "latin1");
}

/** The patch as a terminal shows it. Contents that are no text are only named. */
export function patchText(preview: Preview, style: Style): string {
  const paints = {
    header: style.strong,
    hunk: style.hint,
    added: style.good,
    removed: style.mistake,
    context: (text: string) => text,
  };
  const shown = preview.files.flatMap(({ lines }) => {
    const binary = lines.findIndex(({ text }) => text === "GIT binary patch");
    const visible = binary < 0 ? lines : [...lines.slice(0, binary), BINARY];
    return visible.map(({ kind, text }) => {
      const line = Buffer.from(text, "latin1").toString("utf8");
      // tabs are shown as tabs, since indentation is what a patch may be about
      return paints[kind](line.split("\t").map(printable).join("\t"));
    });
  });
  return shown.map((line) => `${line}\n`).join("");
}

/** "2 files created, 1 edited; 14 lines added, 3 removed" */
export function describeCounts(counts: Counts): string {
  const { created, edited, moved, deleted, linesAdded, linesRemoved } = counts;
  const files = sentence({ created, edited, moved, deleted }, "file");
  const lines = sentence({ added: linesAdded, removed: linesRemoved }, "line");
  if (files === "") return "nothing changes";
  return lines === "" ? files : `${files}; ${lines}`;
}

const BINARY: PatchLine = { kind: "context", text: "the contents are no text" };

function kindOf({ from, to, before, after }: FilePair): FilePreview["kind"] {
  if (before.kind === "absent") return "created";
  if (after.kind === "absent") return "deleted";
  return from === to ? "edited" : "moved";
}

function countsOf(files: readonly FilePreview[]): Counts {
  const filesThatAre = (wanted: FilePreview["kind"]): number => files.filter(({ kind }) => kind === wanted).length;
  const linesThatAre = (wanted: PatchLine["kind"]): number =>
    files.reduce((sum, { lines }) => sum + lines.filter(({ kind }) => kind === wanted).length, 0);
  return {
    created: filesThatAre("created"),
    edited: filesThatAre("edited"),
    moved: filesThatAre("moved"),
    deleted: filesThatAre("deleted"),
    linesAdded: linesThatAre("added"),
    linesRemoved: linesThatAre("removed"),
  };
}

function sentence(counts: Readonly<Record<string, number>>, noun: string): string {
  const parts = Object.entries(counts).filter(([, count]) => count > 0);
  return parts
    .map(([verb, count], index) =>
      index === 0 ? `${count} ${noun}${count === 1 ? "" : "s"} ${verb}` : `${count} ${verb}`,
    )
    .join(", ");
}
