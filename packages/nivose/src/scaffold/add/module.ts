/** Modules, and profiles and roles, which are modules: switched on by an option of the fleet's own if their siblings are. */

import { nixName, nixString } from "../nix.ts";
import type { GrowProblem } from "../growth.ts";
import type { PartKind, Place } from "../layout.ts";
import { placeMessages } from "../place/messages.ts";
import { declarationOf, filesBesides, namespaceOf } from "../place/options-of-parts.ts";
import { partValues, sentence } from "../place/part-values.ts";
import { fillPattern, type PatternValues } from "../place/pattern.ts";
import type { PlacedPart } from "../place/placed-part.ts";
import { placesOf } from "../place/places-of.ts";
import { textAt } from "../place/text-at.ts";
import type { Site } from "../site/site.ts";
import type { Templates } from "../template.ts";
import type { DrawnPart, Drawn, PartAdder, PartRequest } from "./part.ts";
import { unimportedNotes } from "./unimported.ts";

export const module = adderOf("module");
export const profile = adderOf("profile");
export const role = adderOf("role");

function adderOf(kind: PartKind): PartAdder {
  return { kind, draw: (site, request, templates) => draw(kind, site, request, templates), obstacles };
}

function draw(kind: PartKind, site: Site, request: PartRequest, templates: Templates): Drawn {
  const platform = request.platform ?? platformOf(kind, site);
  const found = placesOf(site, kind, platform);
  if ("problem" in found) return { problems: [found.problem] };
  const description = request.description ?? `the ${kind} \`${request.name}\``;
  const values = partValues(request.name, description, namespaceOf(site));
  const parts = found.places.map((place) => placed(kind, place, values, request, templates));
  // where each host takes what it wants, nobody can know which of them are meant
  const loose = found.places.filter(({ wiring }) => wiring.length === 0).map(({ path }) => fillPattern(path, values));
  const notes = loose.map((file) => `Nothing has ${file} yet: a host does that has it in its 'imports'.`);
  return { parts, notes: [...notes, ...unimportedNotes(site, found.places, request.name)] };
}

/** A module belongs to one platform, and NixOS is the one that most are for; a role or a profile may have a file for each. */
function platformOf(kind: PartKind, { layout }: Site): Place["platform"] {
  const places = [layout.parts[kind] ?? []].flat();
  if (kind !== "module" || places.every(({ platform }) => platform === undefined)) return undefined;
  return places.some(({ platform }) => platform === "nixos") ? "nixos" : places[0]!.platform;
}

function placed(
  kind: PartKind,
  place: Place,
  values: PatternValues,
  { description }: PartRequest,
  templates: Templates,
): PlacedPart {
  const option = optionOf(place, values);
  const template = option === undefined ? "plain" : place.isDeclaredForAll === true ? "switched" : "options";
  const text = templates.fill(`shared/parts/module-${template}.nix`, {
    comment: description === undefined ? "" : `# ${sentence(description)}`,
    description: nixString(values.description!),
    option: option?.map((name) => nixName(name)).join(".") ?? "",
  });
  return { kind, place, values, files: [{ path: fillPattern(place.path, values), text: textAt(place, values, text) }] };
}

function optionOf({ option }: Place, values: PatternValues): readonly string[] | undefined {
  if (option === undefined || (option.includes("{namespace}") && values.namespace === undefined)) return undefined;
  return fillPattern(option, values).split(".");
}

/** An option of that path which another file declares. */
function obstacles(site: Site, { name }: PartRequest, { parts }: DrawnPart): readonly GrowProblem[] {
  const own = new Set(parts.flatMap(({ files }) => files.map(({ path }) => path)));
  return parts.flatMap(({ kind, place, values }) => {
    const option = optionOf(place, values);
    if (option === undefined || place.isDeclaredForAll === true) return [];
    for (const file of filesBesides(site, place)) {
      const found = own.has(file.name) ? undefined : declarationOf(file, option);
      if (found === undefined) continue;
      const what = `the option '${option.join(".")}' is declared in ${file.name}`;
      return [
        { message: placeMessages["part-exists"](kind, name, what), file: file.name, range: file.tree.range(found) },
      ];
    }
    return [];
  });
}
