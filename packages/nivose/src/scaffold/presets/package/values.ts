/** What templates of a package need to know. */

import { inputsText } from "../../lock/inputs-text.ts";
import { nixName, nixString } from "../../nix.ts";
import { formatterOf } from "../../parts/shells.ts";
import type { FlakeInput } from "../../preset.ts";
import type { Fleet, PackageKind, PackageSpec } from "../../spec/fleet-spec.ts";
import type { Values } from "../../template.ts";
import { moduleName, partName } from "./part-names.ts";

export type Package = Required<Omit<PackageSpec, "homepage">> & { readonly homepage: string };

export function packageOf(fleet: Fleet): Package {
  const given = fleet.package;
  return {
    kind: given.kind ?? "tool",
    version: given.version ?? "0.1.0",
    homepage: given.homepage ?? (given.kind === "toshy" ? "https://github.com/RedBearAK/toshy" : ""),
    license: given.license ?? (given.kind === "toshy" ? "gpl3Only" : "mit"),
    systems: systemsOf(given),
    formatter: given.formatter ?? "nixfmt",
  };
}

/** Toshy reads keyboards as only Linux has them. */
function systemsOf({ kind, systems = [] }: PackageSpec): readonly string[] {
  const possible = kind === "toshy" ? systems.filter((system) => system.endsWith("-linux")) : systems;
  return possible.length > 0 ? possible : ["x86_64-linux", "aarch64-linux"];
}

/**
 * Sources that are built, and are in nobody's lock file yet. The version of Toshy is a tag of its repository; xwaykeyz has no
 * tags of that time, so it is the revision of that time.
 */
export function inputsOf({ kind, version }: Package): FlakeInput[] {
  const nixpkgs: FlakeInput = { kind: "pinned", name: "nixpkgs" };
  if (kind === "tool") return [nixpkgs];
  return [
    nixpkgs,
    { kind: "open", name: "toshy", url: `github:RedBearAK/toshy/Toshy_v${version}` },
    { kind: "open", name: "xwaykeyz", url: "github:RedBearAK/xwaykeyz/c4949910a1b683696a61f9f8cbb7c7c0e24075dc" },
    { kind: "open", name: "hyprpy", url: "github:ulinja/hyprpy/v0.1.10" },
  ];
}

export function valuesOf(fleet: Fleet, own: Package): Values {
  const isToshy = own.kind === "toshy";
  const description = fleet.description === "" ? defaultDescription(own.kind) : fleet.description;
  const name = isToshy ? "toshy" : fleet.name;
  const nixfmt = formatterOf(fleet.release);
  const hasDarwin = own.systems.some((system) => system.endsWith("-darwin"));
  return {
    toshy: isToshy,
    repository: fleet.name,
    name,
    nameNix: nixString(name),
    attr: nixName(partName(name)),
    file: partName(name),
    module: isToshy ? "toshy" : moduleName(name),
    option: isToshy ? "services.toshy" : `programs.${nixName(name)}`,
    description,
    descriptionNix: nixString(description),
    // between quotes, where the escapes of JSON are those of TOML
    descriptionToml: JSON.stringify(description).slice(1, -1),
    version: own.version,
    homepage: own.homepage,
    homepageNix: nixString(own.homepage),
    license: nixName(own.license),
    platforms: hasDarwin ? "lib.platforms.unix" : "lib.platforms.linux",
    systemLines: own.systems.map((system) => nixString(system)),
    system: own.systems[0]!,
    systemNames: own.systems.join(", "),
    inputs: inputsText(inputsOf(own), fleet.release),
    arguments: isToshy ? "{ self, nixpkgs, ... }@inputs:" : "{ self, nixpkgs }:",
    andSources: isToshy ? " sources" : "",
    overlaySources: isToshy ? " { inherit sources; }" : "",
    semicolonSources: isToshy ? " inherit sources;" : "",
    overlayArgument: isToshy ? "{ sources }:" : "",
    nixfmt,
    nixpkgsFmt: own.formatter === "nixpkgs-fmt",
    formatter: own.formatter === "nixpkgs-fmt" ? "nixpkgs-fmt" : nixfmt,
    release: fleet.release,
    ci: fleet.ci.length > 0,
  };
}

/** What is said of it where nothing is. */
export function defaultDescription(kind: PackageKind): string {
  return kind === "toshy" ? "Keymapper that makes Linux work like a Mac, as a flake" : "A small program";
}
