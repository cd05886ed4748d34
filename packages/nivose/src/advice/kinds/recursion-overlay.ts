import { Node, NONE, type Ref, type Tree } from "@nivose/nix/syntax";
import { adviceMessages } from "../messages.ts";
import type { Recogniser } from "../failed.ts";
import { namesOf, selectedPath } from "../source.ts";
import { isRecursion } from "./recursion.ts";

/** An overlay that defines a package from the packages with all overlays, instead of those before it. */
export const recursionOverlay: Recogniser = (failed) => {
  if (!isRecursion(failed)) return undefined;
  for (const place of failed.shown) {
    if (failed.foreign.has(place.source.name)) continue;
    const tree = failed.treeOf(place);
    const path = tree.pathTo(place.range.start);
    const found = path.map((ref) => selfReference(tree, path, ref)).find((each) => each !== undefined);
    if (found === undefined) continue;
    const { name, from, previous } = found;
    const message = adviceMessages["recursion-overlay"](name, from, previous);
    return failed.advise(message, [], [failed.place(place)]);
  }
  return undefined;
};

/** `final.hello` within `hello = …;` within `final: prev: …`. */
function selfReference(tree: Tree, path: readonly Ref[], select: Ref) {
  const selected = tree.kind(select) === Node.Select ? selectedPath(tree, select) : undefined;
  if (selected === undefined) return undefined;
  const [from = "", name = ""] = selected;
  const index = path.indexOf(select);
  const binding = path
    .slice(0, index)
    .findLast((ref) => tree.kind(ref) === Node.Binding && namesOf(tree, tree.child(ref, 0)).at(-1) === name);
  if (binding === undefined) return undefined;
  const overlays = path.slice(0, path.indexOf(binding)).flatMap((ref) => overlayArguments(tree, ref) ?? []);
  const [overlay] = overlays.toReversed();
  if (overlay === undefined || (from !== overlay.final && from !== "pkgs")) return undefined;
  return { name, from, previous: overlay.previous };
}

function overlayArguments(tree: Tree, ref: Ref) {
  if (tree.kind(ref) !== Node.Lambda || tree.kind(tree.child(ref, 2)) !== Node.Lambda) return undefined;
  const [final, previous] = [tree.child(ref, 0), tree.child(tree.child(ref, 2), 0)];
  if (final === NONE || previous === NONE) return undefined;
  return { final: tree.text(final), previous: tree.text(previous) };
}
