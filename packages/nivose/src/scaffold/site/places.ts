/** Resolves names of a source to what they stand for, as far as the text alone tells: within a file, and over `import`. */

import path from "node:path";
import { Node, NONE, type Ref, type Tree, view } from "@nivose/nix/syntax";
import { importGraph } from "../../check/source/imports.ts";
import type { Repository } from "../../check/source/repository.ts";
import type { SourceFile } from "../../check/source/source-file.ts";
import { bindingsOf, lastName } from "../../schema/definitions.ts";
import { setsOf } from "../edit/attributes.ts";

/** An expression of a file. */
export interface Located {
  readonly file: SourceFile;
  readonly ref: Ref;
}

/** What an expression is, behind names that `let` and sets bind and behind `import`; itself if that is not known. */
export function resolved(repository: Repository, { file, ref }: Located, depth = 0): Located {
  if (ref === NONE || depth > DEEPEST) return { file, ref };
  const go = (to: Located | undefined): Located =>
    to === undefined ? { file, ref } : resolved(repository, to, depth + 1);
  const node = view(file.tree, ref);
  switch (node.kind) {
    case "paren":
      return go({ file, ref: node.expression });
    case "identifier":
      return go(boundTo(repository, file, ref, depth));
    case "let":
    case "with":
    case "assert":
      return go({ file, ref: node.body });
    case "select": {
      let found: Located | undefined = resolved(repository, { file, ref: node.subject }, depth + 1);
      for (const name of file.tree.children(node.attrPath))
        found = found && attributeOf(found, literalName(file.tree, name));
      return go(found);
    }
    case "apply": {
      const imported = importedBy(repository, file, node.function, node.arguments[0]!);
      return go(imported && { file: imported, ref: bodyOf(imported.tree, imported.expression) });
    }
    default:
      return { file, ref };
  }
}

/** The expression within functions: what a file gives when it is called. */
export function bodyOf(tree: Tree, ref: Ref): Ref {
  if (ref === NONE || tree.isToken(ref)) return ref;
  const node = view(tree, ref);
  return node.kind === "lambda" ? bodyOf(tree, node.body) : ref;
}

/** A name that is written as it is; nothing if it is computed. */
export function literalName(tree: Tree, ref: Ref): string | undefined {
  const node = view(tree, ref);
  if (node.kind === "identifier") return node.name;
  if (node.kind !== "string") return undefined;
  const pieces = node.pieces.map((piece) => view(tree, piece));
  return pieces.every((piece) => piece.kind === "text") ? pieces.map((piece) => piece.text).join("") : undefined;
}

/** The path in the repository that a path literal names; nothing if it is no plain path. */
export function pathOf({ file, ref }: Located): string | undefined {
  const node = view(file.tree, ref);
  if (node.kind !== "path" || node.text.startsWith("/")) return undefined;
  return path.posix.join(path.posix.dirname(file.name), Buffer.from(node.text, "latin1").toString());
}

const DEEPEST = 30;

function boundTo(repository: Repository, file: SourceFile, ref: Ref, depth: number): Located | undefined {
  const { tree } = file;
  const name = file.analysis.meanings[~ref]! - 1;
  if (name < 0) return undefined;
  for (const inherit of file.nodes(Node.Inherit)) {
    const from = tree.child(inherit, 0);
    if (from === NONE || !tree.children(inherit).slice(1).includes(~name)) continue;
    return attributeOf(resolved(repository, { file, ref: from }, depth + 1), tree.text(~name));
  }
  const binding = file.nodes(Node.Binding).find((each) => {
    const attrPath = tree.child(each, 0);
    return tree.childCount(attrPath) === 1 && tree.child(attrPath, 0) === ~name;
  });
  return binding === undefined ? undefined : { file, ref: tree.child(binding, 1) };
}

function attributeOf({ file, ref }: Located, name: string | undefined): Located | undefined {
  if (name === undefined) return undefined;
  for (const set of setsOf(file.tree, ref)) {
    const found = bindingsOf(file.tree, set).find(({ path: names }) => names.length === 1 && names[0] === name);
    if (found !== undefined) return { file, ref: found.value };
  }
  return undefined;
}

function importedBy(repository: Repository, file: SourceFile, callee: Ref, argument: Ref): SourceFile | undefined {
  if (lastName(file.tree, callee) !== "import") return undefined;
  const { start, end } = file.tree.range(argument);
  const reference = importGraph(repository)
    .from(file.name)
    .find(({ range }) => range.start >= start && range.end <= end);
  return reference?.files.length === 1 ? repository.files.get(reference.files[0]!) : undefined;
}
