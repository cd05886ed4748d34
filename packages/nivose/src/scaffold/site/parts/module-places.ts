/** Where modules, profiles and roles live: beside those that are there, and in the list that those are imported by. */

import path from "node:path";
import { importGraph } from "../../../check/source/imports.ts";
import { COMPUTED } from "../../../check/source/file-references.ts";
import type { Repository } from "../../../check/source/repository.ts";
import type { SourceFile } from "../../../check/source/source-file.ts";
import { attributeAt } from "../../edit/attributes.ts";
import type { PartKind, Place } from "../../layout.ts";
import { ezFolders } from "../ez-configs.ts";
import { readsOwnFolder } from "../own-folder.ts";
import { saidHosts } from "../hosts.ts";
import { entriesOf } from "../said.ts";
import { isSystem } from "../systems.ts";
import { withOption } from "./with-option.ts";

type Platform = NonNullable<Place["platform"]>;
export type ModuleKind = Extract<PartKind, "module" | "profile" | "role" | "home">;

/** The one that is nearest to the top for each kind and platform. */
export function modulePlaces(repository: Repository): Readonly<Partial<Record<ModuleKind, readonly Place[]>>> {
  const found = [
    ...listedPlaces(repository),
    ...readPlaces(repository),
    ...selfReadPlaces(repository),
    ...functionPlaces(repository),
    ...loosePlaces(repository),
  ];
  const kinds: Partial<Record<ModuleKind, Place[]>> = {};
  const all = found.some(({ kind }) => kind === "module") ? found : [...found, ...sharedPlaces(repository)];
  for (const { kind, place } of all.toSorted((one, other) => depth(one.place) - depth(other.place))) {
    const known = (kinds[kind] ??= []);
    // one of them is for one host or one home, so there is one place
    const isKnown = kind === "module" ? known.some(({ platform }) => platform === place.platform) : known.length > 0;
    if (!isKnown) known.push(withOption(repository, place));
  }
  return kinds;
}

interface KindPlace {
  readonly kind: ModuleKind;
  readonly place: Place;
}

/** `imports = [ ./a.nix ./b.nix ]` of a file, for what lies beside it. */
function listedPlaces(repository: Repository): readonly KindPlace[] {
  const graph = importGraph(repository);
  return [...repository.files.values()].flatMap((file): readonly KindPlace[] => {
    const folder = path.posix.dirname(file.name);
    const kind = kindOf(folder);
    const listed = kind === undefined ? undefined : listedIn(repository, file);
    if (kind === undefined || listed === undefined) return [];
    const own = listed.filter((target) => path.posix.dirname(target) === folder);
    const beside = new Set(graph.within(folder).map((name) => name.slice(folder.length + 1).split("/")[0]!));
    if (own.length >= 2 && own.length * 2 >= beside.size - 1) return [listPlace(kind, file.name, folder, own)];
    const below = kind === "module" ? categoryOf(folder, listed) : undefined;
    return below === undefined ? [] : [listPlace(kind, file.name, below.folder, below.targets)];
  });
}

/** What `imports` of a file names, if it is written out as a list. */
function listedIn(repository: Repository, file: SourceFile): readonly string[] | undefined {
  if (attributeAt(file, ["imports"]) === undefined) return undefined;
  return importGraph(repository)
    .from(file.name)
    .filter(({ listedIn: list, target }) => list === "imports" && !target.includes(COMPUTED))
    .map(({ target }) => target);
}

function listPlace(kind: ModuleKind, importer: string, folder: string, targets: readonly string[]): KindPlace {
  const isFile = targets.filter((target) => target.endsWith(".nix")).length * 2 >= targets.length;
  const below = folder.slice(path.posix.dirname(importer).length + 1);
  const element = `./${below === "" ? "" : `${below}/`}{name}${isFile ? ".nix" : ""}`;
  const place: Place = {
    ...platformOf(folder),
    path: isFile ? `${folder}/{name}.nix` : `${folder}/{name}/default.nix`,
    wiring: [{ kind: "element", file: importer, list: "imports", element }],
  };
  return { kind, place };
}

/** Where one list imports modules that are sorted into folders: the folder for what belongs to none, or the largest one. */
function categoryOf(
  folder: string,
  listed: readonly string[],
): { readonly folder: string; readonly targets: readonly string[] } | undefined {
  const groups = new Map<string, string[]>();
  for (const target of listed) {
    const own = path.posix.dirname(target);
    if (path.posix.dirname(own) === folder) groups.set(own, [...(groups.get(own) ?? []), target]);
  }
  const known = [...groups].filter(([, targets]) => targets.length >= 2);
  if (known.length < 2) return undefined;
  const [largest] = known.toSorted(([, one], [, other]) => other.length - one.length);
  const [name, targets] = known.find(([each]) => forAnything.test(path.posix.basename(each))) ?? largest!;
  return { folder: name, targets };
}

const forAnything = /^(?:misc|common|general|other|extra)$/u;

/** Where no folder is called one of modules: the longest list of what lies beside it, which all hosts have or can have. */
function sharedPlaces(repository: Repository): readonly KindPlace[] {
  const graph = importGraph(repository);
  const hosts = saidHosts(repository);
  const lists = [...repository.files.values()].flatMap((file) => {
    const folder = path.posix.dirname(file.name);
    const isOfHost = hosts.some(
      ({ name }) => file.name.split("/").includes(name) || file.name.endsWith(`/${name}.nix`),
    );
    if (isOfHost || isOfPeople.test(folder) || folder === "." || path.posix.basename(file.name) !== "default.nix")
      return [];
    const own = (listedIn(repository, file) ?? []).filter((target) => path.posix.dirname(target) === folder);
    return own.length >= 4 && graph.to(file.name).length > 0 ? [{ file, folder, own }] : [];
  });
  const [most] = lists.toSorted((one, other) => other.own.length - one.own.length);
  return most === undefined ? [] : [listPlace("module", most.file.name, most.folder, most.own)];
}

const isOfPeople =
  /(?:^|\/)(?:users?|homes?|home-manager|people|flake|pkgs|packages|overlays|templates|tests|checks)(?:\/|$)/u;

/** What blueprint and ez-configs read, each in its own folder or in its own file. */
function readPlaces(repository: Repository): readonly KindPlace[] {
  const flake = Buffer.from(repository.read("flake.nix") ?? []).toString();
  const folders = [
    ...(/\bblueprint\b/u.test(flake) ? kinds.map((kind) => ({ kind, modules: `modules/${kind}` })) : []),
    ...ezFolders(repository, ""),
  ];
  return folders.flatMap(({ kind: platform, modules: folder }): readonly KindPlace[] => {
    const own = entriesOf(repository, folder).map(({ entry }) => entry);
    if (own.length === 0) return [];
    const isFile = own.filter((entry) => entry.endsWith(".nix")).length * 2 > own.length;
    const path = `${folder}/{name}${isFile ? ".nix" : "/default.nix"}`;
    return [{ kind: "module", place: { platform, path, wiring: [{ kind: "by-folder", file: "flake.nix" }] } }];
  });
}

const kinds = ["nixos", "darwin", "home"] as const;

/** `imports = readAll ./.;` of a `default.nix`, which takes what lies beside it. */
function selfReadPlaces({ files }: Repository): readonly KindPlace[] {
  return [...files.values()].flatMap((file): readonly KindPlace[] => {
    const folder = path.posix.dirname(file.name);
    const kind = path.posix.basename(file.name) === "default.nix" ? kindOf(folder) : undefined;
    if (kind === undefined || !readsOwnFolder(file)) return [];
    const own = [...files.keys()].filter((name) => name.startsWith(`${folder}/`) && name !== file.name);
    const isFile = own.some((name) => /^[^/_][^/]*$/u.test(name.slice(folder.length + 1)));
    if (!isFile && !own.some((name) => /^[^/]+\/default\.nix$/u.test(name.slice(folder.length + 1)))) return [];
    const target = `${folder}/{name}${isFile ? ".nix" : "/default.nix"}`;
    return [{ kind, place: { ...platformOf(folder), path: target, wiring: [{ kind: "by-folder", file: file.name }] } }];
  });
}

/** Folders that a function of the fleet's own reads, with modules side by side in them. */
function functionPlaces(repository: Repository): readonly KindPlace[] {
  const graph = importGraph(repository);
  const read = [...repository.files.keys()].flatMap((name) =>
    graph.from(name).flatMap(({ target, folders }) => (folders.includes(target) ? [target] : [])),
  );
  return [...new Set(read)].flatMap((folder): readonly KindPlace[] => {
    const own = [...repository.files.keys()].filter((name) => path.posix.dirname(name) === folder);
    const isTaken = own.some((name) => path.posix.basename(name) === "default.nix" || graph.to(name).length > 0);
    if (kindOf(folder) !== "module" || own.length < 2 || isTaken) return [];
    const wiring: Place["wiring"] = [{ kind: "by-folder", file: "flake.nix" }];
    return [{ kind: "module", place: { ...platformOf(folder), path: `${folder}/{name}.nix`, wiring } }];
  });
}

/** Modules, profiles and roles that every host imports for itself. */
function loosePlaces(repository: Repository): readonly KindPlace[] {
  const graph = importGraph(repository);
  const folders = new Set([...repository.files.keys()].map((name) => path.posix.dirname(name)));
  return [...folders].flatMap((folder) => {
    const kind = kindOf(folder);
    const isNamed = /(?:^|\/)(?:profiles?|roles?|optional)$/u.test(folder);
    const isMeant = isNamed ? kind === "profile" || kind === "role" : kind === "module" && folder === "modules";
    if (kind === undefined || !isMeant || repository.files.has(`${folder}/default.nix`)) return [];
    const own = [...repository.files.keys()].filter(
      (name) => path.posix.dirname(name) === folder && !path.posix.basename(name).startsWith("_"),
    );
    const isImported = (name: string): boolean => graph.to(name).some(({ listedIn: list }) => list !== undefined);
    if (own.length < 2 || (kind === "module" && own.filter((name) => isImported(name)).length < 2)) return [];
    return [{ kind, place: { ...platformOf(folder), path: `${folder}/{name}.nix`, wiring: [] } }];
  });
}

/** A folder of one host, or of one feature, is none where others go. */
function kindOf(folder: string): ModuleKind | undefined {
  const names = folder.split("/").toReversed();
  if (/(?:^|\/)(?:hosts|machines|systems|nodes)\/(?!common|shared)/u.test(folder)) return undefined;
  for (const name of names) {
    if (isSystem(name)) return undefined;
    if (/^profiles?$|^optional$/u.test(name)) return "profile";
    if (/^roles?$/u.test(name)) return "role";
    if (/modules$/iu.test(name)) return "module";
    if (!/^(?:core|base|all|options)$/u.test(name) && platforms.every(([pattern]) => !pattern.test(name)))
      return undefined;
  }
  return undefined;
}

function platformOf(folder: string): { readonly platform?: Platform } {
  const names = folder.split("/");
  const found = names
    .map((name) => platforms.find(([pattern]) => pattern.test(name))?.[1])
    .find((each) => each !== undefined);
  return found === undefined ? {} : { platform: found };
}

const platforms: readonly (readonly [RegExp, Platform])[] = [
  [/^(?:nixos|nixosModules|linux|system)$/u, "nixos"],
  [/^(?:darwin|darwinModules|macos)$/u, "darwin"],
  [/^(?:home|home-manager|homeManager|homeModules|hm|home-modules)$/u, "home"],
  [/^(?:common|shared)$/u, "common"],
];

function depth({ path: own }: Place): number {
  return own.split("/").length;
}
