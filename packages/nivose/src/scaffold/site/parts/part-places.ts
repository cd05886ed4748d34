/** The layout of a repository that nobody knows: the places of its parts, as those that are there show them. */

import type { Repository } from "../../../check/source/repository.ts";
import type { Layout, PartKind, Place } from "../../layout.ts";
import { reservedNames } from "../../spec/reserved-names.ts";
import { blueprintPlaces } from "./blueprint.ts";
import { flakeModulePlaces } from "./flake-modules.ts";
import { modulePlaces } from "./module-places.ts";
import { outputPlace } from "./output-places.ts";
import { snowfallPlaces } from "./snowfall.ts";
import { withOption } from "./with-option.ts";

export function recogniseLayout(repository: Repository): Layout {
  const bySnowfall = snowfallPlaces(repository);
  if (bySnowfall.module !== undefined) return { parts: bySnowfall };
  const modules = modulePlaces(repository);
  const parts: Partial<Record<PartKind, Place | readonly Place[]>> = { ...modules };
  const byBlueprint = blueprintPlaces(repository);
  const ofFlake = flakeModulePlaces(repository);
  for (const [kind, output] of outputs) {
    const place =
      byBlueprint[kind] ?? ofFlake.found[kind] ?? outputPlace(repository, kind, output) ?? ofFlake.first[kind];
    if (place !== undefined) parts[kind] = place;
  }
  const ofFolder = ofFlake.found.module ?? ofFlake.first.module;
  if (ofFolder !== undefined) return { parts: { ...parts, ...ofFlake.found, module: ofFolder } };
  const sets = platforms.flatMap(([platform, ...names]) => {
    const place = names.map((output) => outputPlace(repository, "module", output)).find((each) => each !== undefined);
    return place === undefined ? [] : [{ ...withOption(repository, place), platform }];
  });
  const isProfile = ({ path: own, wiring: [wiring] }: Place): boolean =>
    wiring?.kind === "attribute" && /^profiles?-/u.test(wiring.attribute ?? "") && own.includes("{name}");
  const profiles = sets.filter((place) => isProfile(place));
  if (profiles.length > 0) parts.profile = profiles;
  const known = modules.module ?? [];
  const all = [...known, ...sets.filter(({ platform }) => !known.some((each) => each.platform === platform))];
  if (all.length > 0) parts.module = all;
  return { parts };
}

/** The set below which the fleet's own options lie, if its modules agree on one. */
export function namespaceIn({ parts }: Layout): string | undefined {
  const places = Object.values(parts).flatMap((each): readonly Place[] => [each].flat() as Place[]);
  const names = places.flatMap(({ option }) => option?.split(".")[0] ?? []);
  const [first] = names;
  const isOne = first !== undefined && names.every((name) => name === first);
  return isOne && !reservedNames.has(first) && !first.startsWith("{") ? first : undefined;
}

const outputs: readonly (readonly [PartKind, string])[] = [
  ["package", "packages"],
  ["shell", "devShells"],
  ["overlay", "overlays"],
  ["template", "templates"],
];

const platforms = [
  ["nixos", "nixosModules"],
  ["darwin", "darwinModules"],
  ["home", "homeManagerModules", "homeModules"],
] as const;
