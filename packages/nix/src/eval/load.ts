/** From the bytes of a file to code in the heap. */

import type { Tree } from "../syntax/tree.ts";
import { parse } from "../syntax/parser.ts";
import { analyze } from "../syntax/scope/analyze.ts";
import { Scopes } from "../syntax/scope/scopes.ts";
import { compile, rangesOfCode } from "./compile.ts";
import type { Code } from "./heap.ts";
import { link, type Origin } from "./link.ts";
import { settings } from "./settings.ts";
import { SourceError } from "./source-error.ts";
import { symbols } from "./strings.ts";
import { canonicalPath } from "./coerce.ts";

let scopes: Scopes | undefined;

/** A text, and how to call it. */
export interface Source {
  readonly name: string;
  readonly isFile: boolean;
  readonly folder: string;
  readonly bytes: Uint8Array;
}

export function load({ name, isFile, folder, bytes }: Source, outerNames: readonly string[] = []): Code {
  const tree = parseSource(bytes);
  const origin: Origin = {
    name,
    isFile,
    folder,
    source: () => bytes,
    length: bytes.length,
    ranges: () => rangesOfCode(parseSource(bytes), scopesOfFile(), outerNames),
    resolve: (written) => absolutePath(folder, written),
  };
  if (!tree.ok) throw new SourceError(origin, tree, tree.diagnostics);
  const unit = compile(tree, scopesOfFile(), outerNames);
  if (unit === undefined) {
    throw new SourceError(origin, tree, analyze(tree, { symbols, extraNames: outerNames }).diagnostics);
  }
  return link(unit, origin);
}

function parseSource(bytes: Uint8Array): Tree {
  return parse(bytes, { maxDepth: 100_000, pipeOperators: settings.experimentalFeatures.has("pipe-operators") });
}

function scopesOfFile(): Scopes {
  return (scopes ??= new Scopes(symbols));
}

/** A path as it is written, from the root. The first piece of a path with antiquotation keeps the slash at its end. */
function absolutePath(folder: string, written: string): string {
  if (written.startsWith("~/")) return absolutePath("/", `${settings.home}${written.slice(1)}`);
  const path = canonicalPath(written.startsWith("/") ? written : `${folder}/${written}`);
  return written.endsWith("/") && path !== "/" ? `${path}/` : path;
}
