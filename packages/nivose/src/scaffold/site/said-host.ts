/** A host as the sources say it. */

import path from "node:path";
import type { Ref } from "@nivose/nix/syntax";
import type { SourceFile } from "../../check/source/source-file.ts";
import type { HostKind } from "../spec/fleet-spec.ts";
import type { Tells } from "./outputs.ts";

export interface SaidHost {
  readonly name: string;
  readonly kind: HostKind;
  /** The folder of its flake; empty for the root. */
  readonly flake: string;
  readonly items: readonly HostItem[];
  /** Entries of folders by which it is known: files, or folders with a file that is read. */
  readonly entries: readonly string[];
}

/** A binding or an element that is about one host. */
export interface HostItem {
  readonly tells: Tells;
  /** The output that it is for, such as `flake.nixosConfigurations`. */
  readonly output: string;
  readonly file: SourceFile;
  readonly collection: Ref;
  readonly item: Ref;
}

/** Where it is told in a message. */
export function hostPlace({ items, entries }: SaidHost): string {
  const [first] = items;
  if (first === undefined) return path.posix.normalize(entries[0] ?? "");
  return `${first.file.name}:${first.file.positions.at(first.file.tree.start(first.item)).line}`;
}
