/** What can be named after a flag: completion reads the repository here for it, and only then. */

import type { Completer } from "../../verb.ts";
import type { NamedPart } from "../../grow/part-names.ts";

export function partNames(part: NamedPart): Completer {
  return async (context) => (await import("../../grow/part-names.ts")).namesOf(part, context);
}
