/** Modules that a flake hands out by their names: what a new one is imported by, if anything. */

import type { Place } from "../layout.ts";
import { takesAll, usesAsOutput } from "../place/module-references.ts";
import { nameIn } from "../place/pattern.ts";
import type { Site } from "../site/site.ts";

/** A note if nobody imports what is only named in a set, with the places that import its siblings. */
export function unimportedNotes({ own, repository }: Site, places: readonly Place[], name: string): readonly string[] {
  const files = [...repository.files.values()];
  return places.flatMap((place) => {
    const isOneOfTheFlake = place.around !== undefined;
    const isHandedOut = place.wiring.length > 0 && place.wiring.every(({ kind }) => kind === "attribute");
    if (own !== undefined || !(isHandedOut || isOneOfTheFlake)) return [];
    // modules of a flake may be taken as a whole to make hosts of them, which this one is not
    if (!isOneOfTheFlake && files.some((file) => takesAll(file))) return [];
    const siblings = files.flatMap((file) => nameIn(place.path, file.name) ?? []);
    const uses = files.flatMap((file) =>
      siblings
        .filter((each) => each !== name && file.mentions(each))
        .flatMap((each) => usesAsOutput(file, each))
        .map((ref) => `${file.name}:${file.positions.at(file.tree.start(ref)).line}`),
    );
    const where = [...new Set(uses)].slice(0, MOST_PLACES).join(", ");
    return [`Nothing imports ${name} yet${where === "" ? "" : `: those beside it are imported in ${where}`}.`];
  });
}

const MOST_PLACES = 3;
