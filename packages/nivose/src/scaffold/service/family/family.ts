/** Services as a fleet's own options: modules with an `enable` each, side by side in one folder and below one path of options. */

import path from "node:path/posix";
import type { EvaluatedHost } from "../../../check/hosts/evaluated-fleet.ts";
import { ownModules } from "../../../check/hosts/host-place.ts";
import { type OptionModule, optionModulesOf } from "../../../check/modules/option-module.ts";
import type { Repository } from "../../../check/source/repository.ts";

export interface Family {
  /** The path below which each has its name: `homelab.services`. */
  readonly prefix: readonly string[];
  readonly folder: string;
  /** By their names. */
  readonly members: ReadonlyMap<string, OptionModule>;
  /** Whether each is a folder with a `default.nix`. */
  readonly hasFolders: boolean;
}

/** The one that a new service of a host belongs to, if the fleet has such. */
export function familyOf(host: EvaluatedHost, repository: Repository): Family | undefined {
  const groups = new Map<string, OptionModule[]>();
  const modules = modulesOf(host, repository);
  for (const [name, file] of repository.files) {
    if (!modules.has(name) || !file.mentions("enable")) continue;
    for (const module of optionModulesOf(file)) {
      if (!module.hasEnable) continue;
      const key = `${module.namespace.slice(0, -1).join(".")} ${folderOf(name)}`;
      groups.set(key, [...(groups.get(key) ?? []), module]);
    }
  }
  const families = [...groups.values()].map(family).filter((each) => worth(each) > 0);
  return families.toSorted((a, b) => worth(b) - worth(a))[0];
}

/** Also those of other flakes of the repository. */
export function modulesOf(host: EvaluatedHost, repository: Repository): ReadonlySet<string> {
  return new Set([...host.files, ...ownModules([], host, { repository })]);
}

export function fileOf({ folder, hasFolders }: Family, name: string): string {
  return path.join(folder, hasFolders ? `${name}/default.nix` : `${name}.nix`);
}

export function withoutMember(family: Family, name: string): Family {
  return { ...family, members: new Map([...family.members].filter(([each]) => each !== name)) };
}

function family(modules: readonly OptionModule[]): Family {
  const [first] = modules;
  return {
    prefix: first!.namespace.slice(0, -1),
    folder: folderOf(first!.file.name),
    members: new Map(modules.map((module) => [module.namespace.at(-1)!, module])),
    hasFolders: modules.every(({ file }) => path.basename(file.name) === "default.nix"),
  };
}

function folderOf(name: string): string {
  const folder = path.dirname(name);
  return path.basename(name) === "default.nix" ? path.dirname(folder) : folder;
}

/** How many of them turn on services of NixOS. One alone is no pattern. */
function worth({ prefix, members }: Family): number {
  // `services.NAME` is an option of NixOS, which cannot be declared twice
  if (prefix.length === 1 && /^(?:services|programs|virtualisation|networking)$/u.test(prefix[0]!)) return 0;
  // what a host is, and what services it has, are not the same
  if (/^(?:roles?|profiles?|suites?|platforms?|users?|hosts?)$/u.test(prefix.at(-1) ?? "")) return 0;
  const serving = [...members.values()].filter(({ file, sets }) =>
    sets.some(
      ({ attrPath }) =>
        /^(?:config\.)?(?:services|virtualisation)\b/u.test(file.text(attrPath)) ||
        isWithinServices(file.text(attrPath)),
    ),
  ).length;
  if (serving < 2) return 0;
  return serving + (prefix.at(-1) === "services" ? OF_SERVICES : 0);
}

const OF_SERVICES = 1000;

function isWithinServices(attrPath: string): boolean {
  return attrPath === "enable";
}
