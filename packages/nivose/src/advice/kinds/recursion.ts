import { Node, Token, type Tree } from "@nivose/nix/syntax";
import type { Failed, Recogniser } from "../failed.ts";
import { adviceMessages } from "../messages.ts";
import { namesOf } from "../source.ts";

export function isRecursion({ failure, text }: Failed): boolean {
  return failure.kind === "infinite-recursion" || text.startsWith("infinite recursion encountered");
}

/** A value that needs itself, in no pattern that is known: perhaps a name that means the one that is being defined. */
export const recursion: Recogniser = (failed) => {
  const { at } = failed.failure;
  if (!isRecursion(failed) || failed.own === undefined) return undefined;
  const source = at === undefined || failed.isForeign(at.file) ? undefined : failed.sources.get(at);
  const name = source === undefined ? undefined : ownName(failed.sources.treeOf(source), at!.start);
  const place = source === undefined ? undefined : failed.place({ source, range: { start: at!.start, end: at!.end } });
  return failed.advise(adviceMessages.recursion(name), [], place === undefined ? undefined : [place]);
};

/** The variable at an offset, if it stands in the definition of one of that name which it means. */
function ownName(tree: Tree, offset: number): string | undefined {
  const path = tree.pathTo(offset);
  const variable = path.findLast((ref) => tree.kind(ref) === Token.Identifier);
  if (variable === undefined) return undefined;
  const name = tree.text(variable);
  const isOwn = path.some((ref, index) => {
    if (tree.kind(ref) !== Node.Binding || namesOf(tree, tree.child(ref, 0)).join(".") !== name) return false;
    const scope = path[index - 1]!;
    return tree.kind(scope) === Node.Let || (tree.kind(scope) === Node.AttrSet && tree.isRecursive(scope));
  });
  return isOwn ? name : undefined;
}
