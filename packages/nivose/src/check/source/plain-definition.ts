/** Whether a definition can be edited without anybody else in the file noticing. */

import { Node, type Ref, type Tree } from "@nivose/nix/syntax";

/**
 * Not if it is in a set that can read itself, nor in what a `let` binds: both may be read elsewhere, and be something else there.
 */
export function isPlainlyDefined(tree: Tree, ref: Ref): boolean {
  const around = tree.pathTo(tree.start(ref));
  return around.every((each, index) => {
    if (tree.kind(each) === Node.AttrSet) return !tree.isRecursive(each);
    // the body of a `let` comes first among its children
    return tree.kind(each) !== Node.Let || around[index + 1] === tree.child(each, 0);
  });
}
