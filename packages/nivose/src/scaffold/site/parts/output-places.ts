/** Where parts live that a flake has by their names, as those that are there show it. */

import path from "node:path";
import { importGraph } from "../../../check/source/imports.ts";
import type { Repository } from "../../../check/source/repository.ts";
import type { PartKind, Place, Wiring } from "../../layout.ts";
import { mentionsName, renamedText } from "../renaming.ts";
import { type Member, type OutputFolder, type OutputSet, outputSets } from "./output-sets.ts";

/** Nothing if it is not known, or the flake has none. */
export function outputPlace(repository: Repository, kind: PartKind, output: string): Place | undefined {
  const { sets, folders } = outputSets(repository, output);
  for (const folder of folders) {
    const place = readPlace(repository, folder);
    if (place !== undefined) return place;
  }
  // modules of one flake may be in several sets, and most of them are in one
  const sorted = kind === "module" ? sets.toSorted((one, other) => other.members.length - one.members.length) : sets;
  const chosen = sorted
    .map((set) => ({ set, shape: shapeOf(repository, set, kind) ?? usualShape(repository, set, kind, sets) }))
    .find(({ shape }) => shape !== undefined);
  if (chosen?.shape === undefined) return undefined;
  const { path: target, value, attribute = "{name}" } = chosen.shape;
  // a file may have one set for each platform
  const alike = sets.filter(({ file, prefix }) => file === chosen.set.file && prefix === chosen.set.prefix);
  const wiring = alike.map(({ file, set, prefix }): Wiring => ({
    kind: "attribute",
    file: file.name,
    set,
    ...(prefix === "" && attribute === "{name}" ? {} : { attribute: `${prefix}${attribute}` }),
    value,
  }));
  return { path: target, wiring };
}

interface Shape {
  readonly path: string;
  readonly value: string;
  /** If it is not just the name: `profiles-{name}`. */
  readonly attribute?: string;
}

/** What most members have in common that have a file of their own. */
function shapeOf(repository: Repository, set: OutputSet, kind: PartKind): Shape | undefined {
  const counts = new Map<string, { shape: Shape; count: number }>();
  for (const member of set.members) {
    const shape = shapeOfMember(repository, set, member, kind);
    if (shape === undefined) continue;
    const key = `${shape.path}\0${shape.value}\0${shape.attribute ?? ""}`;
    counts.set(key, { shape, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((one, other) => other.count - one.count)[0]?.shape;
}

function shapeOfMember(
  repository: Repository,
  { file }: OutputSet,
  { name: fullName, value }: Member,
  kind: PartKind,
): Shape | undefined {
  const { start, end } = file.tree.range(value);
  // a value that is on two lines only because it is long is the same
  const whole = file.text(value);
  const text = whole.startsWith("{") ? whole : whole.replaceAll(/\n\s*/gu, " ");
  if (text.length > LONGEST || text.includes("\n")) return undefined;
  const inside = importGraph(repository)
    .from(file.name)
    .filter(({ range }) => range.start >= start && range.end <= end);
  const name = kind === "module" && inside.length === 1 ? nameOfFile(inside[0]!.target, fullName) : fullName;
  const own = inside.filter(({ target }) => mentionsName(target, name));
  const [only, ...others] = own;
  if (only === undefined || others.length > 0) return undefined;
  const [main] = only.files;
  const target = main ?? (repository.exists(only.target) ? only.target : undefined);
  if (target === undefined) return undefined;
  const renaming = [{ from: name, to: "{name}" }];
  const shape = { path: renamedText(target, renaming), value: renamedText(text, renaming) };
  if (!shape.path.includes("{name}")) return undefined;
  const written = asWritten(shape, kind, renamedText(file.text(only.at), renaming));
  return written === undefined || name === fullName
    ? written
    : { ...written, attribute: `${fullName.slice(0, -name.length)}{name}` };
}

/** `audio` of `profiles-audio = ./audio.nix`. */
function nameOfFile(target: string, whole: string): string {
  const file = path.posix.basename(target).replace(/\.nix$/u, "");
  return file !== "default" && whole.endsWith(`-${file}`) ? file : whole;
}

/** A part is a function of packages, or what is imported as it is: nobody knows other arguments. */
function asWritten(shape: Shape, kind: PartKind, named: string): Shape | undefined {
  const isPlain = /^(?:import )?[\w./{}-]+$/u.test(shape.value) && shape.value.includes("{name}");
  if (kind !== "package" && kind !== "shell") return isPlain || kind === "template" ? shape : undefined;
  if (/^(?:pkgs|(?:\w+\.)*nixpkgs\.legacyPackages\.[\w-]+)\.callPackage \S*\{name\}\S* \{ ?\}$/u.test(shape.value))
    return shape;
  const isOfPackages = kind === "shell" && !isPlain && /\bpkgs\b/u.test(shape.value);
  return isOfPackages && named.includes("{name}")
    ? { path: shape.path, value: `pkgs.callPackage ${named} { }` }
    : undefined;
}

const LONGEST = 100;

/** Where none of them has a file yet: as it is usually done, if the set has packages at hand. */
function usualShape(
  repository: Repository,
  { file, members }: OutputSet,
  kind: PartKind,
  all: readonly OutputSet[],
): Shape | undefined {
  const usual = usualShapes[kind];
  // where every file has its own, another one is no place
  const isCollected = file.name === "flake.nix" || members.length > 1 || all.every((set) => set.file === file);
  if (usual === undefined || !isCollected) return undefined;
  const hasPackages = members.some(({ value }) => /\bpkgs\b/u.test(file.text(value)));
  if (usual.value.includes("pkgs") && !hasPackages) return undefined;
  const folder = usual.folders.find((each) => repository.exists(each)) ?? usual.folders[0]!;
  const target = `${folder}/${usual.file}`;
  const relative = path.posix.relative(path.posix.dirname(file.name), target);
  return { path: target, value: usual.value.replace("FILE", relative.startsWith(".") ? relative : `./${relative}`) };
}

const usualShapes: Readonly<Partial<Record<PartKind, { folders: readonly string[]; file: string; value: string }>>> = {
  package: { folders: ["pkgs", "packages"], file: "{name}/package.nix", value: "pkgs.callPackage FILE { }" },
  shell: { folders: ["shells"], file: "{name}.nix", value: "pkgs.callPackage FILE { }" },
  overlay: { folders: ["overlays"], file: "{name}.nix", value: "import FILE" },
};

/** All entries of the folder are of one form. */
function readPlace({ files }: Repository, { file, folder }: OutputFolder): Place | undefined {
  const below = [...files.keys()]
    .filter((name) => name.startsWith(`${folder}/`))
    .map((name) => name.slice(folder.length + 1));
  const forms = ["{name}/package.nix", "{name}/default.nix", "{name}.nix"];
  const counts = forms.map((form) => {
    const pattern = new RegExp(`^[^/]+${form.slice("{name}".length).replaceAll(".", String.raw`\.`)}$`, "u");
    return { form, count: below.filter((name) => name !== "default.nix" && pattern.test(name)).length };
  });
  const [most] = counts.toSorted((one, other) => other.count - one.count);
  if (most === undefined || most.count === 0) return undefined;
  return { path: `${folder}/${most.form}`, wiring: [{ kind: "by-folder", file: file.name }] };
}
