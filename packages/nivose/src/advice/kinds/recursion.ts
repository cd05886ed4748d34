import type { Range } from "@nivose/nix/message";
import { Node, type Tree } from "@nivose/nix/syntax";
import type { Failed, Recogniser } from "../failed.ts";
import { adviceMessages } from "../messages.ts";
import { namesOf, usesOf } from "../source.ts";

export function isRecursion({ failure, text }: Failed): boolean {
  return failure.kind === "infinite-recursion" || text.startsWith("infinite recursion encountered");
}

/** A value that needs itself, in no pattern that is known: perhaps a name that means the one that is being defined. */
export const recursion: Recogniser = (failed) => {
  const { at } = failed.failure;
  if (!isRecursion(failed) || failed.own === undefined) return undefined;
  const source = at === undefined || failed.isForeign(at.file) ? undefined : failed.sources.get(at);
  const use = source === undefined ? undefined : ownUse(failed.sources.treeOf(source), at!);
  const range = use?.range ?? at;
  const place =
    source === undefined ? undefined : failed.place({ source, range: { start: range!.start, end: range!.end } });
  return failed.advise(adviceMessages.recursion(use?.name), [], place === undefined ? undefined : [place]);
};

/** Where a value uses a variable that means what is being defined by it. */
function ownUse(tree: Tree, at: Range): { readonly name: string; readonly range: Range } | undefined {
  const path = tree.pathTo(at.start);
  for (const [index, binding] of path.entries()) {
    if (tree.kind(binding) !== Node.Binding) continue;
    const scope = path[index - 1]!;
    if (tree.kind(scope) !== Node.Let && !(tree.kind(scope) === Node.AttrSet && tree.isRecursive(scope))) continue;
    const name = namesOf(tree, tree.child(binding, 0)).join(".");
    const range = usesOf(tree, tree.child(binding, 1), name).find(
      ({ start, end }) => start >= at.start && end <= at.end,
    );
    if (range !== undefined) return { name, range };
  }
  return undefined;
}
