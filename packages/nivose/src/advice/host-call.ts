/** Where the user's files make a host. */

import { Node } from "@nivose/nix/syntax";
import type { HostKind } from "../fleet/host.ts";
import type { AdvicePlace } from "../report/advice.ts";
import type { Failed } from "./failed.ts";
import { nodesOf, selectedPath } from "./source.ts";

/** The functions of the projects that make one. */
const makers: Readonly<Record<string, HostKind>> = {
  nixosSystem: "nixos",
  darwinSystem: "darwin",
  homeManagerConfiguration: "home",
};

export interface HostCall {
  readonly callee: string;
  readonly kind: HostKind;
  readonly place: AdvicePlace;
}

/** The call that the trace leads through; or else the only one that there is. */
export function whereHostIsMade(failed: Failed, kind: HostKind | undefined): HostCall | undefined {
  const calls = failed.ownFiles.flatMap((file) => {
    const tree = failed.sources.tree({ file });
    if (tree === undefined) return [];
    return nodesOf(tree, Node.Apply).flatMap((ref) => {
      const callee = selectedPath(tree, tree.child(ref, 0))?.at(-1);
      if (callee === undefined || !Object.hasOwn(makers, callee)) return [];
      if (kind !== undefined && makers[callee] !== kind) return [];
      const place = failed.placeIn(file, () => tree.range(tree.child(ref, 0)));
      return place === undefined ? [] : [{ callee, kind: makers[callee]!, place, file, range: tree.range(ref) }];
    });
  });
  const led = calls.findLast(({ file, range }) =>
    failed.failure.trace.some(
      ({ place }) => place?.file === file && place.start >= range.start && place.end <= range.end,
    ),
  );
  return led ?? (calls.length === 1 ? calls[0] : undefined);
}
