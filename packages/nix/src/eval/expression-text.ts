/** An expression as Nix prints it in messages. */

import type { Code } from "./heap.ts";
import { placeOfCode } from "./link.ts";
import { latin1 } from "../syntax/tree.ts";

export function expressionText(code: Code): string {
  const place = placeOfCode(code);
  return place === undefined ? "?" : latin1(place.origin.source(), place.start, place.end);
}
