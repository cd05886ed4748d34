import { Node, type Tree } from "@nivose/nix/syntax";
import type { Range } from "@nivose/nix/message";
import { adviceMessages } from "../messages.ts";
import type { Failed, Recogniser } from "../failed.ts";
import { decoded } from "../places/sources.ts";
import { dependsOn, namesOf, nodesOf } from "../source.ts";
import { isRecursion } from "./recursion.ts";

/** What decides which packages there are, and depends on them. */
export const recursionPackages: Recogniser = (failed) => {
  if (!isRecursion(failed) || !needsPackages(failed)) return undefined;
  for (const file of failed.ownFiles) {
    const tree = failed.sources.tree({ file });
    const found = tree === undefined ? undefined : settingOfPackages(tree);
    if (found === undefined) continue;
    const place = failed.placeIn(file, () => found.range)!;
    return failed.advise(adviceMessages["recursion-packages"](found.option), [], [place]);
  }
  return undefined;
};

function needsPackages({ failure }: Failed): boolean {
  return failure.trace.some(
    ({ kind, text }) =>
      kind === "context" &&
      /option [`']nixpkgs\.|module argument [`']pkgs'|option [`']_module\.args/u.test(decoded(text)),
  );
}

function settingOfPackages(tree: Tree): { readonly option: string; readonly range: Range } | undefined {
  for (const binding of nodesOf(tree, Node.Binding)) {
    const names = namesOf(tree, tree.child(binding, 0));
    const at = names.indexOf("nixpkgs");
    if (at < 0 || (at > 0 && names[0] !== "config")) continue;
    const [use] = dependsOn(tree, tree.child(binding, 1), "pkgs");
    if (use !== undefined) return { option: names.slice(at).join("."), range: use };
  }
  return undefined;
}
