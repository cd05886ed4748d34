/** The layout of a repository that nobody knows: the places of its parts, as those that are there show them. */

import type { Repository } from "../../../check/source/repository.ts";
import type { Layout, PartKind, Place } from "../../layout.ts";
import { reservedNames } from "../../spec/reserved-names.ts";
import { modulePlaces, withOption } from "./module-places.ts";
import { outputPlace } from "./output-places.ts";

export function recogniseLayout(repository: Repository): Layout {
  const modules = modulePlaces(repository);
  const parts: Partial<Record<PartKind, Place | readonly Place[]>> = { ...modules };
  for (const [kind, output] of outputs) {
    const place = outputPlace(repository, kind, output) ?? folderOfFramework(repository, output);
    if (place !== undefined) parts[kind] = place;
  }
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

/** Libraries that take what is in folders of these names. */
function folderOfFramework({ read, files }: Repository, output: string): Place | undefined {
  const folder = output === "devShells" ? "shells" : output;
  const isRead = /snowfall/u.test(Buffer.from(read("flake.nix") ?? []).toString());
  const isThere = [...files.keys()].some((name) => name.startsWith(`${folder}/`) && name.endsWith("/default.nix"));
  if (!isRead || !isThere || folder === "templates") return undefined;
  return { path: `${folder}/{name}/default.nix`, wiring: [{ kind: "by-folder", file: "flake.nix" }] };
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
