/** The arguments of a module: those that new settings need, and those that nothing needs any more. */

import { Edit, type Ref, type Tree, view } from "@nivose/nix/syntax";
import type { Repository } from "../../../check/source/repository.ts";
import type { SourceFile } from "../../../check/source/source-file.ts";
import { edited } from "../../edit/items.ts";

/** With the arguments that a text takes. A module that is called in another way is left as it is. */
export function withArguments(file: SourceFile, text: string): SourceFile {
  const wanted = argumentsIn(text);
  const { tree, expression } = file;
  const node = view(tree, expression);
  if (node.kind !== "lambda") {
    if (wanted.length === 0 || node.kind !== "attr-set") return file;
    return edited(file, [Edit.insert(tree.start(expression), `{ ${wanted.join(", ")}, ... }:\n`)]);
  }
  const formals = formalsOf(tree, expression);
  if (formals === undefined) return file;
  const missing = wanted.filter((name) => !formals.names.includes(name));
  if (missing.length === 0) return file;
  const first = formals.refs[0];
  const at = first === undefined ? tree.start(formals.ref) + 1 : tree.start(first);
  const added = missing.map((name) => `${name}, `).join("");
  return edited(file, [Edit.insert(at, first === undefined ? ` ${added.trimEnd()}` : added)]);
}

/** Without those that a text took and nothing else in the module does. `keepsEmpty`: whether `{ ... }:` stays if no others are left. */
export function withoutArguments(file: SourceFile, text: string, keepsEmpty: boolean): SourceFile {
  const { tree, expression } = file;
  const formals = formalsOf(tree, expression);
  if (formals === undefined) return file;
  const isUsed = (name: string): boolean => {
    const formal = formals.refs[formals.names.indexOf(name)]!;
    if (file.usesOf(tree.firstToken(formal)) !== undefined) return true;
    // a module that has its arguments as a whole takes them out of that
    return formals.isNamed && new RegExp(`\\.${name}(?![\\w'-])`, "u").test(file.text(expression));
  };
  const gone = new Set(argumentsIn(text).filter((name) => formals.names.includes(name) && !isUsed(name)));
  if (gone.size === 0) return file;
  const left = formals.names.filter((name) => !gone.has(name));
  const body = tree.child(expression, tree.childCount(expression) - 1);
  if (left.length === 0 && !keepsEmpty)
    return edited(file, [Edit.remove({ start: tree.start(expression), end: tree.start(body) })]);
  const written = formals.refs.filter((_, index) => left.includes(formals.names[index]!)).map((ref) => file.text(ref));
  const range = { start: tree.start(formals.ref), end: tree.end(formals.ref) };
  return edited(file, [Edit.replace(range, Buffer.from(`{ ${[...written, "..."].join(", ")} }`))]);
}

/** Whether modules without arguments are written `{ ... }:` here. */
export function keepsEmpty({ files }: Pick<Repository, "files">): boolean {
  return [...files.values()].some(({ bytes }) =>
    /^\s*(?:#[^\n]*\n\s*)*\{\s*\.\.\.\s*\}:/u.test(Buffer.from(bytes.subarray(0, 2000)).toString()),
  );
}

function formalsOf(
  tree: Tree,
  ref: Ref,
):
  | { readonly ref: Ref; readonly refs: readonly Ref[]; readonly names: readonly string[]; readonly isNamed: boolean }
  | undefined {
  const node = view(tree, ref);
  if (node.kind !== "lambda" || node.formals === undefined) return undefined;
  const formals = view(tree, node.formals);
  if (formals.kind !== "formals" || !formals.ellipsis) return undefined;
  return {
    isNamed: node.name !== undefined,
    ref: node.formals,
    refs: formals.formals,
    names: formals.formals.map((each) => tree.text(tree.child(each, 0))),
  };
}

/** The arguments of a module that expressions in these settings take. An option may have the name of one: `config.x = …;`. */
export function argumentsIn(nix: string): readonly string[] {
  const code = withoutTexts(nix);
  return ["config", "lib", "pkgs"].filter((name) =>
    new RegExp(`(?<![\\w.'"-])${name}\\.(?![\\w.'-]*\\s*=(?!=))`, "u").test(code),
  );
}

/** What is in texts is no code, but for what they take in. */
function withoutTexts(nix: string): string {
  return nix.replaceAll(/"(?:[^"\\]|\\[^])*"|''(?:[^']|'(?!')|'''|''\$|''\\[^])*''/gu, (text) =>
    [...text.matchAll(/(?<!\\|''|\$)\$\{([^}]*)\}/gu)].map(([, inner]) => ` ${inner} `).join(""),
  );
}
