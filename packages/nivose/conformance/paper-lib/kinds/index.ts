/** Arguments by their kinds. What makes functions differ is at the edges, so there is always something that does not fit. */

import type { Random } from "../../../../nix/conformance/random.ts";
import { files } from "./files.ts";
import { formats } from "./formats.ts";
import { functions } from "./functions.ts";
import type { Kinds } from "./kind.ts";
import { modules } from "./modules.ts";
import { packages } from "./packages.ts";
import { plain } from "./plain.ts";
import { texts } from "./texts.ts";

const kinds: Kinds = { ...plain, ...texts, ...functions, ...formats, ...files, ...packages, ...modules };

/** An argument of a kind, which now and then is of another kind, or fails when it is looked at. */
export function argument(kind: string, random: Random): string {
  if (random.oneIn(40)) return '(throw "bad")';
  if (random.oneIn(30)) return argument("any", random);
  const make = kinds[kind];
  if (make === undefined) throw new Error(`there is no kind of argument that is called ${kind}`);
  return make(random, (other) => argument(other, random));
}
