/** Overlays: changes to the packages of nixpkgs. */

import { partValues, sentence } from "../place/part-values.ts";
import { fillPattern } from "../place/pattern.ts";
import { placesOf } from "../place/places-of.ts";
import { textAt } from "../place/text-at.ts";
import type { PartAdder } from "./part.ts";

export const overlay: PartAdder = {
  kind: "overlay",
  draw(site, { name, description }, templates) {
    const found = placesOf(site, "overlay");
    if ("problem" in found) return { problems: [found.problem] };
    const [place] = found.places;
    const values = partValues(name, description ?? `the overlay \`${name}\``);
    const text = templates.fill("shared/parts/overlay.nix", {
      comment: description === undefined ? "" : `# ${sentence(description)}`,
    });
    const file = { path: fillPattern(place.path, values), text: textAt(place, values, text) };
    return { parts: [{ kind: "overlay", place, values, files: [file] }] };
  },
};
