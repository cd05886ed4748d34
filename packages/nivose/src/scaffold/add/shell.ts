/** Development shells: for a language or a task that is known by its name, or an empty one. */

import path from "node:path";
import { formatterOf, shellNames } from "../parts/shells.ts";
import { partValues } from "../place/part-values.ts";
import { fillPattern } from "../place/pattern.ts";
import { placesOf } from "../place/places-of.ts";
import type { Site } from "../site/site.ts";
import { releaseOf } from "../place/release-of.ts";
import type { PartAdder } from "./part.ts";

export const shell: PartAdder = {
  kind: "shell",
  draw(site, { name, description }, templates) {
    const found = placesOf(site, "shell");
    if ("problem" in found) return { problems: [found.problem] };
    const [place] = found.places;
    const values = partValues(name, description ?? `the shell \`${name}\``);
    const isKnown = shellNames.some((each) => each === name);
    const text = templates.fill(isKnown ? `shared/shells/${name}.nix` : "shared/parts/shell.nix", {
      name,
      nixfmt: formatterOf(releaseOf(site)),
    });
    const flake = flakeAround(site, place.path);
    const attribute = `${flake === "" ? "." : `./${flake}`}#${name}`;
    return {
      parts: [
        {
          kind: "shell",
          place,
          values,
          files: [{ path: fillPattern(place.path, values), text }],
        },
      ],
      next: [{ command: `nix develop ${attribute}`, does: "enters the shell" }],
    };
  },
};

/** The folder of the innermost flake that has the place. */
export function flakeAround({ repository }: Site, place: string): string {
  const folders = repository.flakes.map(({ folder }) => folder).toSorted((a, b) => b.length - a.length);
  return folders.find((folder) => folder !== "" && path.posix.normalize(place).startsWith(`${folder}/`)) ?? "";
}
