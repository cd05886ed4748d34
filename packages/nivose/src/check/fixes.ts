/** Puts the fixes of findings together: what overlaps waits for the next round. */

import { analyze, Edit, parse } from "@nivose/nix/syntax";
import type { Finding, Fix } from "./finding.ts";

export interface Fixed {
  /** The files as they become. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly mended: readonly Finding[];
}

/** `bytesOf` gives the files that the findings were found in. */
export function applyFixes(findings: readonly Finding[], bytesOf: (file: string) => Uint8Array | undefined): Fixed {
  const taken = new Map<string, Edit.Splice[]>();
  const mended: Finding[] = [];
  for (const finding of findings) {
    if (finding.fix === undefined || !fits(finding.fix, taken)) continue;
    if (!keepsSound(finding.fix, taken, bytesOf)) continue;
    for (const { file, splices } of finding.fix.edits) taken.set(file, [...(taken.get(file) ?? []), ...splices]);
    mended.push(finding);
  }
  const files = [...taken].map(([file, splices]) => [file, Edit.applySplices(bytesOf(file)!, splices)] as const);
  return { files: new Map(files), mended };
}

/** Whether it touches nothing that another one touches. Of insertions at one place nobody knows which comes first. */
function fits(fix: Fix, taken: ReadonlyMap<string, readonly Edit.Splice[]>): boolean {
  return fix.edits.every(({ file, splices }) =>
    splices.every((splice) =>
      (taken.get(file) ?? []).every((other) => isBefore(splice, other) || isBefore(other, splice)),
    ),
  );
}

function isBefore(a: Edit.Splice, b: Edit.Splice): boolean {
  return a.end < b.start || (a.end === b.start && a.start < a.end && b.start < b.end);
}

/** A fix after which there is more wrong with a file than before, with what is taken already, is left alone. */
function keepsSound(
  { edits }: Fix,
  taken: ReadonlyMap<string, readonly Edit.Splice[]>,
  bytesOf: (file: string) => Uint8Array | undefined,
): boolean {
  return edits.every(({ file, splices }) => {
    const bytes = bytesOf(file);
    return bytes !== undefined && isSound(file, bytes, [...(taken.get(file) ?? []), ...splices]);
  });
}

function isSound(file: string, bytes: Uint8Array, splices: readonly Edit.Splice[]): boolean {
  return !file.endsWith(".nix") || mistakesIn(Edit.applySplices(bytes, splices)) <= mistakesIn(bytes);
}

function mistakesIn(bytes: Uint8Array): number {
  const tree = parse(bytes, { pipeOperators: true });
  return tree.ok ? analyze(tree).diagnostics.length : Infinity;
}
