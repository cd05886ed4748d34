/** Where modules, profiles and roles live: beside those that are there, and in the list that those are imported by. */

import path from "node:path";
import { importGraph } from "../../../check/source/imports.ts";
import { COMPUTED } from "../../../check/source/file-references.ts";
import type { Repository } from "../../../check/source/repository.ts";
import { bindingsOf } from "../../../schema/definitions.ts";
import { attributeAt, setsOf } from "../../edit/attributes.ts";
import type { PartKind, Place } from "../../layout.ts";
import { nameIn } from "../../place/pattern.ts";
import { isSystem } from "../systems.ts";

type Platform = NonNullable<Place["platform"]>;
export type ModuleKind = Extract<PartKind, "module" | "profile" | "role" | "home">;

/** The one that is nearest to the top for each kind and platform. */
export function modulePlaces(repository: Repository): Readonly<Partial<Record<ModuleKind, readonly Place[]>>> {
  const found = [...listedPlaces(repository), ...readPlaces(repository), ...loosePlaces(repository)];
  const kinds: Partial<Record<ModuleKind, Place[]>> = {};
  for (const { kind, place } of found.toSorted((one, other) => depth(one.place) - depth(other.place))) {
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
    const list = kind === undefined ? undefined : attributeAt(file, ["imports"]);
    if (kind === undefined || list === undefined) return [];
    const own = graph
      .from(file.name)
      .filter(
        ({ listedIn, target }) =>
          listedIn === "imports" && !target.includes(COMPUTED) && path.posix.dirname(target) === folder,
      );
    const files = own.filter(({ target }) => target.endsWith(".nix"));
    const beside = new Set(graph.within(folder).map((name) => name.slice(folder.length + 1).split("/")[0]!));
    if (own.length < 2 || own.length * 2 < beside.size - 1) return [];
    const isFile = files.length * 2 >= own.length;
    return [
      {
        kind,
        place: {
          ...platformOf(folder),
          path: isFile ? `${folder}/{name}.nix` : `${folder}/{name}/default.nix`,
          wiring: [
            { kind: "element", file: file.name, list: "imports", element: isFile ? "./{name}.nix" : "./{name}" },
          ],
        },
      },
    ];
  });
}

/** Libraries that take every module of a folder: `modules/nixos/NAME`. */
function readPlaces({ files, read }: Repository): readonly KindPlace[] {
  const flake = Buffer.from(read("flake.nix") ?? []).toString();
  if (!/snowfall|blueprint/u.test(flake)) return [];
  return (["nixos", "darwin", "home"] as const).flatMap((platform) => {
    const folder = `modules/${platform}`;
    const isThere = [...files.keys()].some((name) => name.startsWith(`${folder}/`) && name.endsWith("/default.nix"));
    if (!isThere) return [];
    const place: Place = {
      platform,
      path: `${folder}/{name}/default.nix`,
      wiring: [{ kind: "by-folder", file: "flake.nix" }],
    };
    return [{ kind: "module", place }];
  });
}

/** Profiles and roles that every host imports for itself. */
function loosePlaces(repository: Repository): readonly KindPlace[] {
  const folders = new Set([...repository.files.keys()].map((name) => path.posix.dirname(name)));
  return [...folders].flatMap((folder) => {
    const kind = kindOf(folder);
    const isNamed = /(?:^|\/)(?:profiles?|roles?|optional)$/u.test(folder);
    if (!isNamed || (kind !== "profile" && kind !== "role") || repository.files.has(`${folder}/default.nix`)) return [];
    const own = [...repository.files.keys()].filter((name) => path.posix.dirname(name) === folder);
    if (own.length < 2) return [];
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
  [/^(?:nixos|nixosModules|linux)$/u, "nixos"],
  [/^(?:darwin|darwinModules|macos)$/u, "darwin"],
  [/^(?:home|home-manager|homeManager|homeModules|hm|home-modules)$/u, "home"],
  [/^(?:common|shared)$/u, "common"],
];

/** The option that most of the modules there declare by their name. */
function withOption(repository: Repository, place: Place): Place {
  const siblings = [...repository.files.values()].flatMap((file) => {
    const name = nameIn(place.path, file.name);
    return name === undefined || name === "default" ? [] : [{ file, name }];
  });
  const counts = new Map<string, number>();
  for (const { file, name } of siblings) {
    const option = declaredIn(file.tree, setsOf(file.tree, file.expression), ["options"], name);
    if (option !== undefined) counts.set(option, (counts.get(option) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  return most !== undefined && most[1] * 2 >= siblings.length ? { ...place, option: most[0] } : place;
}

/** `a.{name}` of `options.a.NAME.enable`. */
function declaredIn(
  tree: Parameters<typeof bindingsOf>[0],
  sets: readonly number[],
  before: readonly string[],
  name: string,
): string | undefined {
  for (const set of sets)
    for (const { path: names, value } of bindingsOf(tree, set)) {
      const isOptions = before[0] === "options" ? names[0] === "options" : true;
      if (!isOptions || names.includes(undefined)) continue;
      const whole = [...(before[0] === "options" ? [] : before), ...(names as string[])].filter(
        (each, index) => index > 0 || each !== "options",
      );
      const at = whole.indexOf(name);
      if (at > 0) return [...whole.slice(0, at), "{name}"].join(".");
      const inner = declaredIn(tree, setsOf(tree, value), whole.length === 0 ? [""] : whole, name);
      if (inner !== undefined) return inner;
    }
  return undefined;
}

function depth({ path: own }: Place): number {
  return own.split("/").length;
}
