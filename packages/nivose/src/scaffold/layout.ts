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
  /** What its text stands in, as `{text}`, if its file is more than the part itself. */
  readonly around?: string;
  /** The option that its `enable` is in, with `{namespace}` and `{name}`; nothing of that if it is on wherever it is imported. */
  readonly option?: string;
  /** Whether one declaration makes that option for it and all of its siblings. */
  readonly isDeclaredForAll?: boolean;
  /** Where files go that belong to it, if not into the folder of `path`: beside it, if that folder has its siblings, too. */
  readonly folder?: string;
}

export type Wiring =
  /** The folder is read: a file that is there takes part. */
  | { readonly kind: "by-folder"; readonly file: string }
  /** An element of a list, such as `imports`. */
  | { readonly kind: "element"; readonly file: string; readonly list: string; readonly element: string }
  /** An attribute of a set, which is the file itself, or has a path in it, or a name in a `let`. */
  | {
      readonly kind: "attribute";
      readonly file: string;
      readonly set: string;
      /** `{name}`, if nothing is said. */
      readonly attribute?: string;
      readonly value: string;
    }
  /** One more operand of a chain of `++` or `//`, which is the value of an attribute. */
  | { readonly kind: "operand"; readonly file: string; readonly of: string; readonly operand: string }
  /** A row of a table in Markdown, whose first column has the name that `header` begins with. */
  | { readonly kind: "row"; readonly file: string; readonly header: string; readonly row: string }
  /** A line of a text: the last of those that stand below another one, and are indented as much. */
  | {
      readonly kind: "line";
      readonly file: string;
      readonly below: string;
      readonly line: string;
      /** Whether the file need not be there. */
      readonly isOptional?: boolean;
    }
  /** A word of all loops of a script that begin so: the last before `; do`. */
  | {
      readonly kind: "word";
      readonly file: string;
      readonly loop: string;
      readonly word: string;
      /** Whether the file need not be there. */
      readonly isOptional?: boolean;
    }
  /** A file that is there for nothing else. */
  | { readonly kind: "whole"; readonly file: string; readonly text: string }
  /** A rule in `.sops.yaml`. */
  | { readonly kind: "sops-rule"; readonly file: string };
