/** From the bytes of a file to code in the heap. */

import { parse } from "../syntax/parser.ts";
import { analyze } from "../syntax/scope/analyze.ts";
import { Scopes } from "../syntax/scope/scopes.ts";
import { firstForNix, type SyntaxDiagnostic } from "../syntax/diagnostics.ts";
import { compile } from "./compile.ts";
import { EvalError } from "./errors.ts";
import type { Code } from "./heap.ts";
import { link, type Origin } from "./link.ts";
import { settings } from "./settings.ts";
import { symbols } from "./strings.ts";
import { canonicalPath } from "./coerce.ts";

let scopes: Scopes | undefined;

/** A file that is not Nix. */
export class SourceError extends EvalError {
  readonly origin: Origin;
  readonly diagnostics: readonly SyntaxDiagnostic[];

  constructor(origin: Origin, diagnostics: readonly SyntaxDiagnostic[]) {
    super("syntax", firstForNix(diagnostics)!.text);
    this.origin = origin;
    this.diagnostics = diagnostics;
  }
}

export function load(source: Uint8Array, origin: Origin, outerNames: readonly string[] = []): Code {
  const tree = parse(source, { maxDepth: 100_000, pipeOperators: settings.experimentalFeatures.has("pipe-operators") });
  if (!tree.ok) throw new SourceError(origin, tree.diagnostics);
  scopes ??= new Scopes(symbols);
  const unit = compile(tree, scopes, outerNames);
  if (unit === undefined) {
    throw new SourceError(origin, analyze(tree, { symbols, extraNames: outerNames }).diagnostics);
  }
  return link(unit, origin, absolutePath);
}

/** A path as it is written, from the root. The first piece of a path with antiquotation keeps the slash at its end. */
function absolutePath(folder: string, written: string): string {
  const path = canonicalPath(written.startsWith("/") ? written : `${folder}/${written}`);
  return written.endsWith("/") && path !== "/" ? `${path}/` : path;
}
