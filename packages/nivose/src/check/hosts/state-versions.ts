/** The state versions of a host and of the homes in it, with their options and where these stand, or would. */

import { view } from "@nivose/nix/syntax";
import { lastName } from "../../schema/definitions.ts";
import type { Place } from "../finding.ts";
import { importGraph } from "../source/imports.ts";
import type { SourceFile } from "../source/source-file.ts";
import { definedAt, type OptionPath } from "./defined.ts";
import type { EvaluatedFleet, EvaluatedHost } from "./evaluated-fleet.ts";
import { type StateVersion, stateVersions } from "./facts/state-version.ts";
import { hostPlace, ownModules } from "./host-place.ts";

export interface OwnedStateVersion extends StateVersion {
  /** As it is named from the top of the host. */
  readonly path: OptionPath;
  /** As it is written where it belongs: in the file of a home without what the home is below. */
  readonly option: "system.stateVersion" | "home.stateVersion";
}

/** Nothing if they are not known. */
export function stateVersionsOf(host: EvaluatedHost): readonly OwnedStateVersion[] {
  const known = host.fact(stateVersions);
  if (known === undefined) return [];
  const option = host.host.kind === "home" ? "home.stateVersion" : "system.stateVersion";
  return [
    { ...known.system, option, path: option.split(".") },
    ...Object.entries(known.homes).map(([name, each]): OwnedStateVersion => ({
      ...each,
      option: "home.stateVersion",
      path: ["home-manager", "users", name, "home", "stateVersion"],
    })),
  ];
}

/** Where it has to be written if nobody says it. */
export function placeForStateVersion(
  { option, path }: OwnedStateVersion,
  host: EvaluatedHost,
  fleet: EvaluatedFleet,
): Place {
  if (option === "system.stateVersion") return hostPlace(host, fleet);
  const home = path.slice(0, -2);
  const [ownFile] = ownModules(home, host, fleet);
  if (home.length === 0) return ownFile === undefined ? hostPlace(host, fleet) : { file: ownFile };
  const [within] = definedAt(home, host, fleet.repository);
  if (within === undefined) return hostPlace(host, fleet);
  const file = fileOfHome(home, fleet.repository.files.get(within.file), fleet);
  return file === undefined ? within : { file };
}

/** The file that a module of the host takes a home from: `home-manager.users.ada = import ./ada.nix;`. */
function fileOfHome(
  home: OptionPath,
  source: SourceFile | undefined,
  { repository }: EvaluatedFleet,
): string | undefined {
  for (const { path, value } of source?.definitions ?? []) {
    if (path.length !== home.length || !path.every((name, index) => name === home[index])) continue;
    const node = view(source!.tree, value);
    const isOfFile =
      node.kind === "path" || (node.kind === "apply" && lastName(source!.tree, node.function) === "import");
    const { start, end } = source!.tree.range(value);
    const named = importGraph(repository)
      .from(source!.name)
      .find(({ at }) => source!.tree.start(at) >= start && source!.tree.end(at) <= end);
    if (!isOfFile || named === undefined) continue;
    return [named.target, `${named.target}/default.nix`].find((name) => repository.files.has(name));
  }
  return undefined;
}
