/** The files that belong to one host alone, and how services are written in them. */

import path from "node:path/posix";
import { type EvaluatedFleet, type EvaluatedHost } from "../../../check/hosts/evaluated-fleet.ts";
import { ownModules } from "../../../check/hosts/host-place.ts";
import { importGraph } from "../../../check/source/imports.ts";
import { shapeOf } from "../../../check/source/module-shape.ts";
import { catalogue } from "../../../services/catalogue.ts";
import { saidHosts } from "../../site/hosts.ts";
import { type OwnList, ownListOf } from "../../site/own-list.ts";

export interface HostFiles {
  /** The one that the others are imported from. */
  readonly main: string;
  /** All of them, with it. */
  readonly all: readonly string[];
}

/** Nothing if no file is known to belong to it. */
export function hostFilesOf(host: EvaluatedHost, fleet: EvaluatedFleet): HostFiles | undefined {
  const known = ownModules([], host, fleet);
  const modules = (known.length > 0 ? known : filesRead(host)).filter((name) => isModule(name, fleet));
  const named = modules.filter((name) => isNamedLike(name, host.host.name));
  const others = fleet.hosts.filter((other) => other !== host && other.problem === undefined);
  const alone =
    others.length === 0
      ? []
      : modules.filter((name) => !isOfPeople(name) && others.every((other) => !other.files.has(name)));
  const isOnly = fleet.names.length === 1;
  const all = named.length > 0 ? named : alone.length > 0 ? alone : isOnly ? modules : [];
  const imported = new Set(
    all.flatMap((name) =>
      importGraph(fleet.repository)
        .from(name)
        .flatMap(({ files }) => files.filter((each) => each !== name)),
    ),
  );
  const tops = all.filter((name) => !imported.has(name));
  const main = tops.find((name) => /(?:^|\/)(?:default|configuration)\.nix$/u.test(name)) ?? tops[0] ?? all[0];
  return main === undefined ? undefined : { main, all };
}

/** Whether what belongs to the host alone can only be told by what others have. */
export function needsOthers(host: EvaluatedHost, fleet: EvaluatedFleet): boolean {
  if (fleet.names.length === 1 || host.problem !== undefined) return false;
  return !ownModules([], host, fleet).some((name) => isModule(name, fleet) && isNamedLike(name, host.host.name));
}

/** Of a host whose modules could not be listed, the files that were read, without those of homes. */
function filesRead({ files }: EvaluatedHost): readonly string[] {
  return [...files].filter((name) => !name.endsWith("flake.nix") && !isOfPeople(name));
}

function isOfPeople(name: string): boolean {
  return /(?:^|\/)(?:homes?|home-manager|users)\//u.test(name);
}

function isModule(name: string, { repository: { files } }: EvaluatedFleet): boolean {
  const file = files.get(name);
  if (file === undefined) return false;
  const { shape } = shapeOf(file);
  return shape === "module" || shape === "data" || shape === "unknown";
}

/** A folder or a file of its name: `hosts/luna/default.nix`, `machines/luna.nix`. */
function isNamedLike(name: string, host: string): boolean {
  const wanted = host.toLowerCase();
  return name.split("/").some((part) => part.replace(/\.nix$/u, "").toLowerCase() === wanted);
}

export type HostStyle =
  /** A file for each service, which others are wired as. */
  | { readonly kind: "file"; readonly name: string; readonly siblings: readonly string[]; readonly importer: string }
  /** All in one file. */
  | { readonly kind: "bindings"; readonly name: string };

/** Beside the modules that the fleet says of this host alone, where none of them is its own. */
export function besideModules(
  { host: { name } }: EvaluatedHost,
  service: string,
  { repository }: EvaluatedFleet,
): { readonly name: string; readonly own: OwnList } | undefined {
  const said = saidHosts(repository).find((host) => host.name === name && host.kind === "nixos");
  const own = said && ownListOf(repository, said);
  return own && { name: `${own.folder}${name}/${service}.nix`, own };
}

export function hostStyle({ main, all }: HostFiles, service: string, { repository }: EvaluatedFleet): HostStyle {
  const folder = path.dirname(main);
  const below = (name: string): string => (folder === "." ? name : `${folder}/${name}`);
  // where no file is for the host as a whole, each is for one service
  const isService = Object.hasOwn(catalogue, path.basename(main, ".nix"));
  const siblings = isService ? all : all.filter((name) => name !== main);
  const inServices = siblings.filter(
    (name) => name.startsWith(below("services/")) && !name.endsWith("/services/default.nix"),
  );
  if (inServices.length > 0)
    return { kind: "file", name: below(`services/${service}.nix`), siblings: inServices, importer: main };
  const named = siblings.filter(
    (name) => path.dirname(name) === folder && Object.hasOwn(catalogue, path.basename(name, ".nix")),
  );
  if (named.length > 0) return { kind: "file", name: below(`${service}.nix`), siblings: named, importer: main };
  const setsIn = (name: string): number =>
    (repository.files.get(name)?.definitions ?? []).filter(
      ({ path: [first, second] }) => first === "services" && second !== undefined && second !== "openssh",
    ).length;
  const holder = all.toSorted((a, b) => setsIn(b) - setsIn(a))[0]!;
  const hasFolder = /(?:^|\/)(?:default|configuration)\.nix$/u.test(main) && folder !== ".";
  if (setsIn(holder) > 0 || !hasFolder) return { kind: "bindings", name: setsIn(holder) > 0 ? holder : main };
  return { kind: "file", name: below(`${service}.nix`), siblings: [], importer: main };
}
