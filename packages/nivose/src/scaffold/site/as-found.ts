/** What nixos-generate-config printed stays as it is, where hosts have a file for that: its first line asks for it. */

import path from "node:path";
import type { Repository } from "../../check/source/repository.ts";
import type { SourceFile } from "../../check/source/source-file.ts";
import { attributeAt, setsOf } from "../edit/attributes.ts";
import { insertItem, itemsOf } from "../edit/items.ts";
import { loadersIn } from "./boot-loaders.ts";
import { isDendritic, neededFiles, rootsOf } from "./host-files.ts";
import type { AsFound, Machine } from "./machine.ts";
import type { SaidHost } from "./said-host.ts";

export interface KeptMachine {
  readonly machine: Machine;
  /** Bindings for the host's own file, which has nothing of how it starts. */
  readonly bootLoader: readonly string[];
}

/** Nothing if most hosts have no such file, or more in it than what was printed. */
export function keptAsFound(
  repository: Repository,
  model: SaidHost,
  all: readonly SaidHost[],
  machine: Machine,
): KeptMachine | undefined {
  const { asFound } = machine;
  if (asFound === undefined || model.items.some((item) => isDendritic(item))) return undefined;
  const alike = all.filter(({ kind, flake }) => kind === model.kind && flake === model.flake);
  if (alike.filter((host) => isKept(repository, host)).length * 2 <= alike.length) return undefined;
  return {
    machine: { ...machine, hardware: asFound.hardware, disk: asFound.disk },
    bootLoader: bootLoaderFor(repository, model, all, asFound),
  };
}

/** Whether its file system is in its one file of hardware, and how it starts is not. */
function isKept(repository: Repository, host: SaidHost): boolean {
  const own = rootsOf(repository, host)
    .filter(({ isFile }) => !isFile)
    .flatMap(({ files }) => files.flatMap((name) => repository.files.get(name) ?? []));
  const named = (pattern: RegExp): SourceFile[] => own.filter(({ name }) => pattern.test(path.posix.basename(name)));
  const [hardware, ...others] = named(/hardware/iu);
  const isApart = named(/^(?:disks?|disko|file-?systems?|partitions?)/iu).length > 0;
  return hardware !== undefined && others.length === 0 && !isApart && loadersIn(hardware).length === 0;
}

/** Before what is last in a host's file: its state version. */
export function withBootLoader(file: SourceFile, bindings: readonly string[]): SourceFile {
  const [set] = setsOf(file.tree, file.expression);
  if (set === undefined || bindings.length === 0) return file;
  const items = itemsOf(file.tree, set);
  const version = attributeAt(file, ["system", "stateVersion"])?.binding;
  const after = version === undefined ? undefined : items[items.indexOf(version) - 1];
  return insertItem(file, set, bindings.join("\n"), after === undefined ? {} : { after });
}

/** As most hosts say it in their own files; nothing where a file says it that is for all of them. */
function bootLoaderFor(
  repository: Repository,
  { kind, flake }: SaidHost,
  all: readonly SaidHost[],
  { bootLoader }: AsFound,
): readonly string[] {
  const alike = all.filter((host) => host.kind === kind && host.flake === flake);
  const owned = new Set(all.flatMap((host) => rootsOf(repository, host).flatMap(({ files }) => files)));
  const said = alike
    .map((host) =>
      neededFiles(repository, host, all)
        .filter(({ is }) => is === "module")
        .flatMap(({ name }) => loadersIn(repository.files.get(name)!)),
    )
    .filter((each) => each.length > 0);
  const isShared = [...repository.files.values()].some((file) => !owned.has(file.name) && loadersIn(file).length > 0);
  if (said.length === 0) return isShared ? [] : bootLoader;
  const usual = [...new Set(said.flat())].filter(
    (each) => said.filter((of) => of.includes(each)).length * 2 > said.length,
  );
  // what is no switch is the machine's own, such as the disk that GRUB is on
  const isPlain = usual.length > 0 && usual.every((each) => /= (?:true|false);$/u.test(each));
  return isPlain ? usual : isShared ? [] : bootLoader;
}
