/**
 * An effect as pairs of an old and a new file, as Git shows a change. A move is a pair of two paths. Where another file
 * makes way for a moved one, Git knows no way of saying so, and the two are shown as an edit and a deletion.
 */

import { ABSENT, type Content } from "./content.ts";
import type { Effect, PathEffect } from "./effect.ts";

export interface FilePair {
  /** The path before and after; the same unless the file is moved. */
  readonly from: string;
  readonly to: string;
  readonly before: Content;
  readonly after: Content;
}

export function filePairs(effect: Effect): FilePair[] {
  const paths = new Map(effect.paths.map((path) => [path.path, path]));
  const renames = renamesOf(effect.paths);
  const moved = new Set([...renames].map(({ movedFrom }) => movedFrom));
  return effect.paths.flatMap((path): FilePair[] => {
    if (renames.has(path)) {
      const from = path.movedFrom!;
      return [{ from, to: path.path, before: paths.get(from)!.before, after: path.after }];
    }
    const place = { from: path.path, to: path.path };
    const before = moved.has(path.path) ? ABSENT : path.before;
    const { after } = path;
    if (looksEqual(before, after)) return [];
    if (before.kind === after.kind || before.kind === "absent" || after.kind === "absent") {
      return [{ ...place, before, after }];
    }
    return [
      { ...place, before, after: ABSENT },
      { ...place, before: ABSENT, after },
    ];
  });
}

/** What Git has for a mode: of the permissions it keeps only whether the owner can run the file. */
export function gitMode(content: Content): "120000" | "100755" | "100644" {
  if (content.kind === "link") return "120000";
  return content.kind === "file" && (content.mode & 0o100) !== 0 ? "100755" : "100644";
}

/** Git sees a link as a file that contains its target. */
export function gitBytes(content: Content): Uint8Array {
  if (content.kind === "file") return content.bytes;
  return content.kind === "link" ? Buffer.from(content.target) : new Uint8Array(0);
}

function looksEqual(before: Content, after: Content): boolean {
  if ((before.kind === "absent") !== (after.kind === "absent")) return false;
  return gitMode(before) === gitMode(after) && Buffer.compare(gitBytes(before), gitBytes(after)) === 0;
}

/** The moves to places that are free, or become free by such a move. */
function renamesOf(paths: readonly PathEffect[]): Set<PathEffect> {
  const renames = new Set(paths.filter(({ movedFrom }) => movedFrom !== undefined));
  for (let before = -1; before !== renames.size;) {
    before = renames.size;
    const leaving = new Set([...renames].map(({ movedFrom }) => movedFrom));
    for (const move of renames) {
      if (move.before.kind !== "absent" && !leaving.has(move.path)) renames.delete(move);
    }
  }
  return renames;
}
