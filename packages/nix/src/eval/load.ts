/** From the bytes of a file to code in the heap. */

import { parse } from "../syntax/parser.ts";
import { analyze } from "../syntax/scope/analyze.ts";
import { Scopes } from "../syntax/scope/scopes.ts";
import { compile } from "./compile.ts";
import type { Code } from "./heap.ts";
import { link, type Origin } from "./link.ts";
import { settings } from "./settings.ts";
import { SourceError } from "./source-error.ts";
import { symbols } from "./strings.ts";
import { canonicalPath } from "./coerce.ts";

let scopes: Scopes | undefined;

export function load(source: Uint8Array, origin: Origin, outerNames: readonly string[] = []): Code {
  const tree = parse(source, { maxDepth: 100_000, pipeOperators: settings.experimentalFeatures.has("pipe-operators") });
  if (!tree.ok) throw new SourceError(origin, tree, tree.diagnostics);
  scopes ??= new Scopes(symbols);
  const unit = compile(tree, scopes, outerNames);
  if (unit === undefined) {
    throw new SourceError(origin, tree, analyze(tree, { symbols, extraNames: outerNames }).diagnostics);
  }
  return link(unit, origin, absolutePath);
}

/** A path as it is written, from the root. The first piece of a path with antiquotation keeps the slash at its end. */
function absolutePath(folder: string, written: string): string {
  const path = canonicalPath(written.startsWith("/") ? written : `${folder}/${written}`);
  return written.endsWith("/") && path !== "/" ? `${path}/` : path;
}
