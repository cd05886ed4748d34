/** The folders that ez-configs reads, as the flake says them or as they are called if it says nothing. */

import type { Repository } from "../../check/source/repository.ts";
import type { SourceFile } from "../../check/source/source-file.ts";
import { attributeAt } from "../edit/attributes.ts";
import type { HostKind } from "../spec/fleet-spec.ts";
import { pathOf } from "./places.ts";

export interface EzFolder {
  readonly kind: HostKind;
  /** Of hosts, each a file or a folder. */
  readonly configurations: string;
  readonly modules: string;
}

/** Nothing if the flake in the folder is not made with it. */
export function ezFolders(repository: Repository, flake: string): readonly EzFolder[] {
  const base = flake === "" ? "" : `${flake}/`;
  for (const file of repository.files.values()) {
    if (!file.name.startsWith(base) || !file.mentions("ezConfigs")) continue;
    const way = ways.find((each) => attributeAt(file, [...each, "ezConfigs"]) !== undefined);
    if (way === undefined) continue;
    const said = (kind: HostKind, option: string): string | undefined =>
      folderAt(file, [...way, "ezConfigs", kind, option]);
    return kinds.map((kind) => ({
      kind,
      configurations: said(kind, "configurationsDirectory") ?? `${base}${kind}-configurations`,
      modules: said(kind, "modulesDirectory") ?? `${base}${kind}-modules`,
    }));
  }
  return [];
}

const kinds = ["nixos", "darwin", "home"] as const satisfies readonly HostKind[];
const ways: readonly (readonly string[])[] = [["outputs"], []];

function folderAt(file: SourceFile, option: readonly string[]): string | undefined {
  const found = attributeAt(file, option);
  return found && pathOf({ file, ref: found.value })?.replace(/\/$/u, "");
}
