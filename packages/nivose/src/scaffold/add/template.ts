/** Templates of flakes: what a new project begins with. */

import { nixString } from "../nix.ts";
import { formatterOf } from "../parts/shells.ts";
import { partValues } from "../place/part-values.ts";
import { fillPattern } from "../place/pattern.ts";
import { placesOf } from "../place/places-of.ts";
import { nixpkgsOf, releaseOf } from "../place/release-of.ts";
import { type Language, languages, toolsOf } from "./languages.ts";
import type { PartAdder, PartRequest } from "./part.ts";
import { flakeAround } from "./shell.ts";

export interface TemplateRequest extends PartRequest {
  /** That of the name if there is one of that name. */
  readonly language?: Language;
}

export const template: PartAdder<TemplateRequest> = {
  kind: "template",
  draw(site, { name, description, language = languages.find((each) => each === name) ?? "plain" }, templates) {
    const found = placesOf(site, "template");
    if ("problem" in found) return { problems: [found.problem] };
    const [place] = found.places;
    const values = partValues(name, description ?? `A project of the template \`${name}\``);
    const text = templates.fill("shared/parts/template-flake.nix", {
      description: values.quoted!,
      nixpkgs: nixString(nixpkgsOf(site)),
      tools: toolsOf[language].map((tool) => `pkgs.${tool}`),
      python: language === "python",
      rust: language === "rust",
      nixfmt: formatterOf(releaseOf(site)),
    });
    const flake = flakeAround(site, place.path);
    return {
      parts: [{ kind: "template", place, values, files: [{ path: fillPattern(place.path, values), text }] }],
      next: [
        {
          command: `nix flake new --template ${flake === "" ? "." : `./${flake}`}#${name} FOLDER`,
          does: "begins a project",
        },
      ],
    };
  },
};
