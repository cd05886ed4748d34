/** Hosts in folders that libraries read by their own conventions: the sources name none of them. */

import { COMPUTED } from "../../check/source/file-references.ts";
import { importGraph } from "../../check/source/imports.ts";
import type { Repository } from "../../check/source/repository.ts";
import type { HostKind } from "../spec/fleet-spec.ts";
import { ezFolders } from "./ez-configs.ts";
import { entriesOf } from "./said.ts";
import { isSystem } from "./systems.ts";

export interface FrameworkEntry {
  readonly name: string;
  readonly kind: HostKind;
  /** A folder, or a file. */
  readonly entry: string;
}

export function entriesOfFrameworks(repository: Repository, flake: string): readonly FrameworkEntry[] {
  const base = flake === "" ? "" : `${flake}/`;
  const folders = new Map<string, HostKind | undefined>();
  const known = new Map<string, boolean>();
  const isBySystem = (folder: string): boolean => {
    const found = known.get(folder) ?? isReadBySystem(repository, base + folder);
    known.set(folder, found);
    return found;
  };
  for (const file of repository.files.keys()) {
    if (!file.startsWith(base)) continue;
    const found = folderOf(file.slice(base.length).split("/"), isBySystem);
    if (found !== undefined) folders.set(base + found.folder, found.kind);
  }
  for (const { kind, configurations } of ezFolders(repository, flake)) folders.set(configurations, kind);
  const readsAll = /\.\/\.|\b(?:clan|blueprint|autowire|autoWire)/u.test(textOf(repository, `${base}flake.nix`));
  return [...folders].flatMap(([folder, kind]) =>
    entriesOf(repository, folder).flatMap(({ name, entry }) => {
      if (kind !== undefined) return [{ name, entry, kind }];
      const isDarwin = repository.exists(`${entry}/darwin-configuration.nix`);
      const isHost = isDarwin || repository.exists(`${entry}/configuration.nix`);
      return readsAll && isHost ? [{ name, entry, kind: isDarwin ? ("darwin" as const) : ("nixos" as const) }] : [];
    }),
  );
}

const kinds: Readonly<Record<string, HostKind>> = { nixos: "nixos", darwin: "darwin", home: "home" };

/**
 * `systems/x86_64-linux/NAME`, `homes/x86_64-linux/NAME`, `configurations/nixos/NAME`, and `hosts/NAME`, `machines/NAME`, whose kind is
 * told by their files, or by a platform between them that something reads; all of them also below another folder.
 */
function folderOf(
  names: readonly string[],
  isBySystem: (folder: string) => boolean,
): { readonly folder: string; readonly kind?: HostKind } | undefined {
  const at = names.findIndex((name) => /^(?:systems|homes|configurations|hosts|machines)$/u.test(name));
  if (at < 0 || at > 1 || names.length < at + 3) return undefined;
  const [first, second] = [names[at]!, names[at + 1]!];
  const folder = names.slice(0, at + 2).join("/");
  if (first === "hosts" || first === "machines") {
    const above = names.slice(0, at + 1).join("/");
    const kind = second.endsWith("-darwin") ? "darwin" : "nixos";
    return isSystem(second) && names.length > at + 3 && isBySystem(above) ? { folder, kind } : { folder: above };
  }
  if (first === "configurations") return Object.hasOwn(kinds, second) ? { folder, kind: kinds[second]! } : undefined;
  if (!isSystem(second)) return undefined;
  return { folder, kind: first === "homes" ? "home" : second.endsWith("-darwin") ? "darwin" : "nixos" };
}

/** Whether something reads `hosts/${system}`. */
function isReadBySystem(repository: Repository, folder: string): boolean {
  const graph = importGraph(repository);
  return [...repository.files.keys()].some((file) =>
    graph.from(file).some(({ target }) => target === `${folder}/${COMPUTED}`),
  );
}

function textOf({ read }: Repository, file: string): string {
  return Buffer.from(read(file) ?? []).toString();
}
