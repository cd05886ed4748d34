/** The folders that snowfall-lib reads: what is there by its name takes part, and the flake says nothing of it. */

import type { Repository } from "../../../check/source/repository.ts";
import { attributeAt } from "../../edit/attributes.ts";
import type { PartKind, Place, Wiring } from "../../layout.ts";
import { withOption } from "./with-option.ts";

type Places = Readonly<Partial<Record<PartKind, readonly Place[]>>>;

/** Nothing if the flake is not made by it. */
export function snowfallPlaces(repository: Repository): Places {
  const flake = Buffer.from(repository.read("flake.nix") ?? []).toString();
  if (!/\bsnowfall-lib\b[\w.]*\.mk(?:Flake|Lib)\b|\(snowfall-lib\)|inherit \(inputs\) snowfall-lib/u.test(flake))
    return {};
  const root = /\bsnowfall\s*=\s*\{[^}]*?\broot\s*=\s*\.\/([\w./-]+?)\/?;/u.exec(flake)?.[1];
  const base = root === undefined ? "" : `${root}/`;
  const hasFiles = (folder: string): boolean =>
    [...repository.files.keys()].some((name) => name.startsWith(`${base}${folder}/`));
  const modules = platforms
    .filter((platform) => platform === "nixos" || hasFiles(`modules/${platform}`))
    .map((platform): Place => {
      const place = read(`${base}modules/${platform}/{name}/default.nix`);
      return { ...withOption(repository, place), platform };
    });
  const namespace = namespaceOf(repository, modules, flake);
  const named = (place: Place, below: string): Place =>
    namespace === undefined ? place : { ...place, option: `${namespace}.${below}{name}` };
  const group = (platform: string, ...names: readonly [string, ...string[]]): Place => {
    const folder = names.find((each) => hasFiles(`modules/${platform}/${each}`)) ?? names.at(-1)!;
    return named(read(`${base}modules/${platform}/${folder}/{name}/default.nix`), `${folder}.`);
  };
  return {
    module: modules.map((place) => (place.option === undefined ? named(place, "") : place)),
    // what snowfall calls so is what others call profiles and roles
    profile: [group("nixos", "profiles", "suites", "profiles")],
    role: [group("nixos", "roles", "archetypes", "roles")],
    package: [read(`${base}packages/{name}/default.nix`)],
    shell: [read(`${base}shells/{name}/default.nix`)],
    overlay: [{ ...read(`${base}overlays/{name}/default.nix`), around: "{ ... }: {text}" }],
    template: [templateIn(repository, `${base}templates/{name}/flake.nix`)],
  };
}

const platforms = ["nixos", "darwin", "home"] as const;

function read(path: string): Place {
  return { path, wiring: [{ kind: "by-folder", file: "flake.nix" }] };
}

/** The set that options are in, if modules have any: what is in no option would be on everywhere. */
function namespaceOf({ files }: Repository, modules: readonly Place[], flake: string): string | undefined {
  const known = modules.flatMap(({ option }) =>
    option?.endsWith(".{name}") === true ? option.slice(0, -".{name}".length) : [],
  );
  if (known.length > 0) return known[0];
  const hasOptions = [...files.values()].some(
    (file) => /(?:^|\/)modules\//u.test(file.name) && file.mentions("options."),
  );
  return hasOptions ? /\bnamespace\s*=\s*"([\w-]+)"/u.exec(flake)?.[1] : undefined;
}

/** What it is, is said beside the others, or where the library is called. */
function templateIn({ files }: Repository, path: string): Place {
  const flake = files.get("flake.nix")!;
  const hasSet = attributeAt(flake, ["outputs", "templates"]) !== undefined;
  const description: Wiring = {
    kind: "attribute",
    file: "flake.nix",
    set: hasSet ? "outputs.templates" : "outputs",
    attribute: `${hasSet ? "" : "templates."}{name}.description`,
    value: "{quoted}",
  };
  return { path, wiring: [{ kind: "by-folder", file: "flake.nix" }, description] };
}
