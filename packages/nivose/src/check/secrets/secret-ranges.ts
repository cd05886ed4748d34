/** Where secrets stand in a file, whether a rule tells of them or not: what no report may show. */

import type { Range } from "@nivose/nix/message";
import { type Ref, type Tree, view } from "@nivose/nix/syntax";
import { piecesOf } from "../../schema/definitions.ts";
import type { SourceFile } from "../source/source-file.ts";
import { knownSecretsIn } from "./known-secrets.ts";
import { mayBeSecret } from "./secret-options.ts";

export function secretRanges(bytes: Uint8Array, file: SourceFile | undefined): Range[] {
  const known = knownSecretsIn(Buffer.from(bytes).toString("latin1")).filter(({ isWithin }) => isWithin);
  return [...known.map(({ range }) => range), ...(file === undefined ? [] : valuesOfSecrets(file))];
}

/** Whatever is written down as the value of an option that is there for a secret, or called like one. */
function valuesOfSecrets({ tree, definitions }: SourceFile): Range[] {
  return definitions
    .filter(({ path }) => mayBeSecret(path))
    .flatMap(({ value }) => piecesOf(tree, value).flatMap((piece) => writtenOut(tree, piece.value)));
}

function writtenOut(tree: Tree, ref: Ref): Range[] {
  const node = view(tree, ref);
  switch (node.kind) {
    case "integer":
    case "float":
    case "uri":
      return [tree.range(ref)];
    case "string":
    case "indented-string":
      // what it is made of is a name, and no secret
      return node.pieces.filter((piece) => view(tree, piece).kind === "text").map((piece) => tree.range(piece));
    case "attr-set":
      return node.bindings.flatMap((binding) => {
        const inner = view(tree, binding);
        return inner.kind === "binding" ? writtenOut(tree, inner.value) : [];
      });
    case "paren":
      return writtenOut(tree, node.expression);
    case "list":
      return node.elements.flatMap((element) => writtenOut(tree, element));
    default:
      return [];
  }
}
