/** Where a repository builds hosts of a kind, if nothing says by their names which there are. */

import { Node } from "@nivose/nix/syntax";
import type { Repository } from "../../check/source/repository.ts";
import type { SourceFile } from "../../check/source/source-file.ts";
import { lastName } from "../../schema/definitions.ts";
import type { HostKind } from "../spec/fleet-spec.ts";
import { isExample } from "./example-files.ts";

export interface BuiltIn {
  readonly file: SourceFile;
  readonly line: number;
  /** The function. */
  readonly by: string;
}

/** The first call of the function that makes such hosts. */
export function builtIn(repository: Repository, kind: HostKind): BuiltIn | undefined {
  const by = makers[kind];
  const call = new RegExp(String.raw`^[^#\n]*\b${by}\s*(?:\(|\{|rec\b|\w+\s*$)`, "mu");
  for (const file of repository.files.values()) {
    if (!file.mentions(by) || isExample(file.name)) continue;
    const text = Buffer.from(file.bytes).toString();
    const found = call.exec(text);
    if (found !== null) return { file, by, line: text.slice(0, found.index + found[0].length).split("\n").length };
  }
  return undefined;
}

/** Whether a file calls a function that makes hosts, and is no module. */
export function makesHosts(file: SourceFile): boolean {
  return (
    file.mentions(...Object.values(makers)) &&
    file.nodes(Node.Apply).some((ref) => names.has(lastName(file.tree, file.tree.child(ref, 0)) ?? ""))
  );
}

const makers: Readonly<Record<HostKind, string>> = {
  nixos: "nixosSystem",
  darwin: "darwinSystem",
  home: "homeManagerConfiguration",
};

const names: ReadonlySet<string> = new Set(Object.values(makers));
