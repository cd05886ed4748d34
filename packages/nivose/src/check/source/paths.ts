/** The files and folders that a file names by whole paths, such as `./disks.nix`. */

import path from "node:path";
import { Node, type Ref, Token } from "@nivose/nix/syntax";
import type { SourceFile } from "./source-file.ts";

export interface PathLiteral {
  readonly at: Ref;
  /** Relative to the repository; empty for the repository itself. */
  readonly target: string;
}

const known = new WeakMap<SourceFile, readonly PathLiteral[]>();

/** Those that lead to something within the repository. What is computed in part is left out. */
export function pathsIn(file: SourceFile): readonly PathLiteral[] {
  const before = known.get(file);
  if (before !== undefined) return before;
  const found = findPaths(file);
  known.set(file, found);
  return found;
}

function findPaths(file: SourceFile): readonly PathLiteral[] {
  const { tree } = file;
  const kinds = tree.tokenKinds;
  const found: PathLiteral[] = [];
  for (let token = 0; token < kinds.length; token++) {
    if (kinds[token] !== Token.Path) continue;
    const target = targetOf(file.name, tree.tokenText(token));
    if (target !== undefined && !isPartOfPath(file, token)) found.push({ at: ~token, target });
  }
  return found;
}

function targetOf(file: string, written: string): string | undefined {
  if (written.startsWith("/")) return undefined;
  const text = Buffer.from(written, "latin1").toString();
  const target = path.posix.join(file, "..", text);
  if (target === ".." || target.startsWith("../")) return undefined;
  return target === "." ? "" : target.endsWith("/") ? target.slice(0, -1) : target;
}

/** `./a/${b}` begins with a token that is no path of its own. */
function isPartOfPath(file: SourceFile, token: number): boolean {
  return file.nodes(Node.InterpolatedPath).some((ref) => file.tree.firstToken(ref) === token);
}
