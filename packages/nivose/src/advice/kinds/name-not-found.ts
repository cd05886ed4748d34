import { Node } from "@nivose/nix/syntax";
import type { Failed, Recogniser } from "../failed.ts";
import { adviceMessages } from "../messages.ts";
import { namesLike } from "../names.ts";
import { decoded, type ShownPlace } from "../places/sources.ts";
import { selectedPath } from "../source.ts";
import { isPackages } from "./attribute-not-found.ts";

const UNDEFINED = /^undefined variable '([^']+)'/u;

/** A name that the sets of the `with`s around it lack. Where there are none, the file is refused before it is evaluated. */
export const nameNotFound: Recogniser = (failed) => {
  const name = UNDEFINED.exec(failed.text)?.[1];
  const place = failed.own;
  if (name === undefined || place === undefined) return undefined;
  const near = namesLike(name, (failed.failure.names ?? []).map(decoded));
  const set = innermostWith(failed, place);
  const message =
    set !== undefined && isPackages(set)
      ? adviceMessages["package-not-found"](name, set, near)
      : adviceMessages["name-not-found"](name, near);
  return failed.advise(message, [], [failed.place(place)]);
};

function innermostWith(failed: Failed, place: ShownPlace): string | undefined {
  const tree = failed.treeOf(place);
  const around = tree.pathTo(place.range.start).findLast((ref) => tree.kind(ref) === Node.With);
  return around === undefined ? undefined : selectedPath(tree, tree.child(around, 0))?.join(".");
}
