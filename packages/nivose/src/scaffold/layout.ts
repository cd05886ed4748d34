/**
 * Where each kind of thing lives in a repository, and what has to be said elsewhere for it to take part. It is data, so
 * that a part can be added to a repository that `init` did not write in the same way as to one that it did.
 */

export interface Layout {
  readonly parts: Readonly<Partial<Record<PartKind, Place | readonly Place[]>>>;
}

export type PartKind =
  | "host"
  | "hardware"
  | "disk"
  | "module"
  | "profile"
  | "role"
  | "service"
  | "package"
  | "overlay"
  | "shell"
  | "secret"
  | "user"
  | "home"
  | "template"
  | "flake"
  | "test";

export interface Place {
  /** For hosts and modules: the platform, where each has a place of its own. */
  readonly platform?: "nixos" | "darwin" | "home" | "common";
  /** With `{name}`, and `{host}` where it belongs to one. */
  readonly path: string;
  /** What takes notice of it. */
  readonly wiring: readonly Wiring[];
}

export type Wiring =
  /** The folder is read: a file that is there takes part. */
  | { readonly kind: "by-folder"; readonly file: string }
  /** An element of a list, such as `imports`. */
  | { readonly kind: "element"; readonly file: string; readonly list: string; readonly element: string }
  /** An attribute of a set. */
  | { readonly kind: "attribute"; readonly file: string; readonly set: string; readonly value: string }
  /** A rule in `.sops.yaml`. */
  | { readonly kind: "sops-rule"; readonly file: string };

/** The path of a part of this name. */
export function placeOf(layout: Layout, kind: PartKind, platform?: Place["platform"]): Place {
  const places = [layout.parts[kind] ?? []].flat();
  const place = places.find((each) => each.platform === platform) ?? places.find((each) => each.platform === undefined);
  if (place === undefined) throw new Error(`the layout has no place for a ${kind} of ${platform ?? "any platform"}`);
  return place;
}

export function pathOf(place: Place, names: { readonly name: string; readonly host?: string }): string {
  return place.path.replaceAll("{name}", names.name).replaceAll("{host}", names.host ?? "");
}
