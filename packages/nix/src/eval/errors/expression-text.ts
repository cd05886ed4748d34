/** An expression as Nix prints it in messages, which is not how it was written. */

import * as Node from "../../syntax/node.ts";
import { parse } from "../../syntax/parser.ts";
import { show } from "../../syntax/show.ts";
import { latin1 } from "../../syntax/tree.ts";
import type { Code } from "../memory/heap.ts";
import { placeOfCode } from "../code/link.ts";
import { settings } from "../machine/settings.ts";

/** The file is read again: nobody needs its tree before something fails. */
export function expressionText(code: Code): string {
  const place = placeOfCode(code);
  if (place === undefined) return "?";
  const { origin, start, end } = place;
  const source = origin.source();
  const tree = parse(source, { maxDepth: 100_000, pipeOperators: true });
  const isIt = (ref: number): boolean =>
    tree.kind(ref) !== Node.File && tree.start(ref) === start && tree.end(ref) === end;
  const ref = tree.pathTo(start).find(isIt);
  if (ref === undefined) return latin1(source, start, end);
  return show(tree, { folder: origin.folder, home: settings.home }, ref);
}
