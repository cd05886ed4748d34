/** What is wrong with a file that is not Nix, with what can be said of a name that nothing defines. */

import type { EvalFailure } from "@nivose/nix/evaluation";
import type { Diagnostic } from "@nivose/nix/message";
import { Node, NONE, type Ref, Token, type Tree } from "@nivose/nix/syntax";
import type { Advice } from "../report/advice.ts";
import { decoded, type Sources } from "./places/sources.ts";
import { namesOf, textOf } from "./source.ts";

/** The diagnostics of the file, with better hints. */
export function syntaxDiagnostics({ syntax }: EvalFailure, sources: Sources): readonly Diagnostic[] {
  const tree = syntax === undefined ? undefined : sources.tree(syntax);
  if (tree === undefined) return syntax?.diagnostics ?? [];
  return syntax!.diagnostics.map((diagnostic) => {
    const hint = diagnostic.code === "undefined-variable" ? hintFor(tree, diagnostic) : undefined;
    return hint === undefined ? diagnostic : { ...diagnostic, hint };
  });
}

/** The first of them, where one is enough. */
export function syntaxAdvice(failure: EvalFailure, sources: Sources): Advice | undefined {
  const source = failure.syntax === undefined ? undefined : sources.get(failure.syntax);
  const [first] = syntaxDiagnostics(failure, sources);
  if (source === undefined || first === undefined) return undefined;
  const { code, kind, text, hint, range } = first;
  const file = decoded(failure.syntax!.file);
  return {
    message: { code, kind, text, ...(hint === undefined ? {} : { hint }) },
    places: [{ file, ...source.positions.at(range.start), start: range.start, end: range.end }],
    remedies: [],
  };
}

/** What modules and the functions of packages are usually given. */
const usualArguments: ReadonlySet<string> = new Set([
  "lib",
  "pkgs",
  "config",
  "options",
  "modulesPath",
  "inputs",
  "self",
  "stdenv",
]);

function hintFor(tree: Tree, { range, hint }: Diagnostic): string | undefined {
  const name = Buffer.from(tree.source.subarray(range.start, range.end)).toString();
  const path = tree.pathTo(range.start);
  const lambda = path.find((ref) => tree.kind(ref) === Node.Lambda && tree.child(ref, 1) !== NONE);
  if (usualArguments.has(name)) return argumentHint(tree, lambda, name);
  if (hint !== undefined) return hint;
  if (isAmongPackages(tree, path)) return `a package is written as 'pkgs.${name}', or the list behind 'with pkgs;'`;
  return isWholeValue(tree, path, range.start) ? `a text stands in quotes: "${name}"` : undefined;
}

function argumentHint(tree: Tree, lambda: Ref | undefined, name: string): string {
  if (lambda === undefined) return `the file has to be a function of it: begin it with '{ ${name}, ... }:'`;
  const formals = textOf(tree, tree.child(lambda, 1));
  const { line } = tree.positions.at(tree.start(lambda));
  const named = formals.includes("\n") ? "" : `: '${formals.replace(/^\{\s*/u, `{ ${name}, `)}:'`;
  return `add it to the arguments in line ${line}${named}`;
}

/** Within a list of what is called so, with nothing but the list between. */
function isAmongPackages(tree: Tree, path: readonly Ref[]): boolean {
  const binding = path.findLast((ref) => tree.kind(ref) === Node.Binding);
  const isInList = path.some(
    (ref) => tree.kind(ref) === Node.List && path.indexOf(ref) > path.indexOf(binding ?? NONE),
  );
  const names = binding === undefined ? [] : namesOf(tree, tree.child(binding, 0));
  return isInList && /packages$|Inputs$|^extraPackages/iu.test(names.at(-1) ?? "");
}

function isWholeValue(tree: Tree, path: readonly Ref[], start: number): boolean {
  const binding = path.findLast((ref) => tree.kind(ref) === Node.Binding);
  if (binding === undefined) return false;
  const value = tree.child(binding, 1);
  return tree.start(value) === start && tree.kind(value) === Token.Identifier;
}
