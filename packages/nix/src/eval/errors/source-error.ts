/** Files that are not Nix, in Nix's words where those differ from ours: ours can say more, and Nix's are exact. */

import { firstForNix, type SyntaxDiagnostic } from "../../syntax/diagnostics.ts";
import { stringTextValue } from "../../syntax/strings.ts";
import * as Token from "../../syntax/token.ts";
import { latin1, tokenRef, type Tree } from "../../syntax/tree.ts";
import { EvalError } from "./errors.ts";
import type { Origin } from "../code/link.ts";
import { nullBytesText } from "./null-bytes.ts";

/** A file that is not Nix. */
export class SourceError extends EvalError {
  readonly origin: Origin;
  readonly diagnostics: readonly SyntaxDiagnostic[];

  constructor(origin: Origin, tree: Tree, diagnostics: readonly SyntaxDiagnostic[]) {
    super("syntax", nixText(origin, tree, firstForNix(diagnostics)!));
    this.origin = origin;
    this.diagnostics = diagnostics;
  }
}

function nixText(origin: Origin, tree: Tree, diagnostic: SyntaxDiagnostic): string {
  switch (diagnostic.code) {
    case "null-byte":
      return nullBytesText(literalText(tree, diagnostic.range));
    case "experimental-feature":
      return `${diagnostic.text}; ${diagnostic.hint}`;
    case "duplicate-attribute": {
      const first = diagnostic.related?.[0];
      if (first === undefined) return diagnostic.text;
      const { line, column } = tree.positions.at(first.range.start);
      return diagnostic.text.replace(/ on line \d+$/, ` at ${origin.name}:${line}:${column}`);
    }
    default:
      return diagnostic.text;
  }
}

/** What a piece of a string stands for. The escapes of an indented string are pieces of their own. */
function literalText(tree: Tree, { start, end }: { readonly start: number; readonly end: number }): string {
  const token = tree.tokenStarts.indexOf(start);
  if (tree.tokenKinds[token] === Token.StringText) return stringTextValue(tree, tokenRef(token));
  return latin1(tree.source, start, end);
}
