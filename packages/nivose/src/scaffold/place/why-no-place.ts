/** Why a part has no place in a repository: which line was not followed, and what would have to stand there. */

import type { SourceFile } from "../../check/source/source-file.ts";
import { bindingsOf } from "../../schema/definitions.ts";
import { attributeAt, setsOf } from "../edit/attributes.ts";
import type { PartKind } from "../layout.ts";
import { isExample } from "../site/example-files.ts";
import type { Site } from "../site/site.ts";
import { readerOf } from "./first-module.ts";

export interface WhyNoPlace {
  readonly why: string;
  /** What is there already, by which it could be found if it were written in another way. */
  readonly there?: string;
}

export function whyNoPlace(site: Site, kind: PartKind): WhyNoPlace {
  const { files } = site.repository;
  const flake = files.get("flake.nix");
  if (flake === undefined) return { why: "there is no flake.nix at the top" };
  const reader = readerOf(site, kind);
  if (reader !== undefined)
    return { why: `${reader.where} is there, and which files it takes is not understood`, there: reader.where };
  const output = outputs[kind];
  if (output === undefined) return { why: "there are none yet that tell" };
  for (const file of [flake, ...files.values()]) {
    if (!file.mentions(output) || isExample(file.name)) continue;
    const said = (file === flake ? ofFlake : ofModules).flatMap((way) => lineOf(file, way, output) ?? [])[0];
    if (said === undefined) continue;
    const there = `${file.name}:${said}`;
    return { why: `${there} says '${output}', and leads to no set or folder that has them by their names`, there };
  }
  const outputsOf = attributeAt(flake, ["outputs"]);
  const line = outputsOf === undefined ? 1 : flake.positions.at(flake.tree.start(outputsOf.binding)).line;
  return {
    why: `flake.nix:${line} has no set of outputs that '${output}' could be said in`,
  };
}

const ofFlake = [["outputs"], ["outputs", "flake"], ["outputs", "perSystem"]];
const ofModules = [["flake"], ["perSystem"]];

function lineOf(file: SourceFile, way: readonly string[], output: string): number | undefined {
  const { tree, positions } = file;
  const around = attributeAt(file, way)?.value;
  const sets = around === undefined ? [] : setsOf(tree, around);
  const found = sets.flatMap((set) => bindingsOf(tree, set)).find(({ path }) => path[0] === output);
  return found === undefined ? undefined : positions.at(tree.start(found.attrPath)).line;
}

const outputs: Readonly<Partial<Record<PartKind, string>>> = {
  package: "packages",
  overlay: "overlays",
  shell: "devShells",
  template: "templates",
};
