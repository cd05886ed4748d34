/** Where a host is written: its name in `flake.nix`, or else the first of its own modules. */

import { literalString, NONE, type Ref, view } from "@nivose/nix/syntax";
import type { Place } from "../finding.ts";
import { besideFlake } from "../source/repository.ts";
import type { SourceFile } from "../source/source-file.ts";
import { isAlike, type OptionPath } from "./defined.ts";
import type { EvaluatedFleet, EvaluatedHost } from "./evaluated-fleet.ts";

export function hostPlace(host: EvaluatedHost, fleet: EvaluatedFleet): Place {
  const { name, flake, attribute } = host.host;
  const output = attribute.split(".")[0]!;
  return (
    namePlace(name, flake, output, fleet) ??
    ownModule(host, fleet) ?? { file: besideFlake({ folder: flake }, "flake.nix") }
  );
}

/** Where a name stands below an output: `deploy.nodes.luna`. */
export function namePlace(
  name: string,
  flake: string,
  output: string,
  { repository }: Pick<EvaluatedFleet, "repository">,
): Place | undefined {
  const file = repository.files.get(besideFlake({ folder: flake }, "flake.nix"));
  const found = file === undefined ? undefined : nameBelow(file, file.tree.root, name, output, false);
  return file === undefined || found === undefined ? undefined : file.at(found);
}

function nameBelow(file: SourceFile, ref: Ref, name: string, output: string, isBelow: boolean): Ref | undefined {
  const { tree } = file;
  if (ref === NONE || tree.isToken(ref)) return undefined;
  const node = view(tree, ref);
  let isInside = isBelow;
  if (node.kind === "binding") {
    const path = view(tree, node.attrPath);
    for (const each of path.kind === "attr-path" ? path.names : []) {
      const text = tree.isToken(each) ? tree.text(each) : literalString(tree, each);
      if (isInside && text === name) return each;
      isInside ||= text === output;
    }
  }
  for (const child of tree.children(ref)) {
    const found = nameBelow(file, child, name, output, isInside);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first module of the fleet that no other host has. */
function ownModule(host: EvaluatedHost, fleet: EvaluatedFleet): Place | undefined {
  const isOnlyHere = (name: string): boolean => fleet.hosts.every((other) => other === host || !other.files.has(name));
  const file = ownModules([], host, fleet).find(isOnlyHere);
  return file === undefined ? undefined : { file };
}

/** The files of the fleet that a host, or a home within it, is made of, in the order of its modules. */
export function ownModules(
  path: OptionPath,
  { record, local }: EvaluatedHost,
  { repository }: Pick<EvaluatedFleet, "repository">,
): readonly string[] {
  const list = record?.modules.graph.lists.find(({ at }) => isAlike(at, path));
  return (list?.modules ?? []).flatMap(({ file }) => {
    const { name, isOwn } = local(file);
    return isOwn && repository.files.has(name) && !name.endsWith("flake.nix") ? [name] : [];
  });
}
