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
  /** With `{name}`, and `{host}` or `{category}` where it belongs to one. */
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
