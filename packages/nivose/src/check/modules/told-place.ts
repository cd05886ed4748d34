/** Where to point for what a host says: the fleet's own text, or what the fleet sets of the option that it speaks of. */

import type { Place } from "../finding.ts";
import type { EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import type { ToldByHost } from "../hosts/facts/told-by-host.ts";
import { besideFlake, type Repository } from "../source/repository.ts";
import { namedPlace } from "../source/named-place.ts";
import { stringOf } from "../source/text-place.ts";

export function placeOfTold({ file, message }: ToldByHost, host: EvaluatedHost, repository: Repository): Place {
  const { name, isOwn } = host.local(file);
  const source = isOwn ? repository.files.get(name) : undefined;
  const text = source === undefined ? undefined : stringOf(source, message);
  if (text !== undefined) return source!.at(text);
  if (source !== undefined) return { file: name };
  return definitionOf(message, host, repository) ?? { file: besideFlake({ folder: host.host.flake }, "flake.nix") };
}

/** What the fleet gives to an option that a message names, or to one beside it. */
function definitionOf(message: string, host: EvaluatedHost, repository: Repository): Place | undefined {
  const named = [...message.matchAll(/[a-z][\w-]*(?:\.(?:[\w-]+|"[^"]*"|<[^>]*>))+/gu)].map(([text]) => text);
  const groups = named.map((option) => option.split(".").slice(0, -1).join(".")).filter((group) => group.includes("."));
  return (
    placeAmong((path) => named.some((option) => isWithin(option, path)), host, repository) ??
    placeAmong((path) => groups.some((group) => isWithin(path, group)), host, repository)
  );
}

function placeAmong(
  isMeant: (path: string) => boolean,
  { record, local }: EvaluatedHost,
  repository: Repository,
): Place | undefined {
  for (const { path, answer } of record?.options ?? []) {
    if (answer.kind !== "option" || !isMeant(path.join("."))) continue;
    for (const { position, isDefault } of answer.definitions ?? []) {
      if (position === undefined || position === null || isDefault === true) continue;
      const { name, isOwn } = local(position.file);
      const source = isOwn ? repository.files.get(name) : undefined;
      const place = source === undefined ? undefined : namedPlace(source, position, path);
      if (place !== undefined) return source!.at(place.attrPath);
    }
  }
  return undefined;
}

function isWithin(option: string, path: string): boolean {
  return option === path || option.startsWith(`${path}.`);
}
