/** Where a flake says that there is a host. */

import { Node } from "@nivose/nix/syntax";
import { namesOf, nodesOf } from "../../advice/source.ts";
import type { FoundHost } from "../../fleet/discover.ts";
import type { Place } from "../finding.ts";
import { besideFlake, type Repository } from "../source/repository.ts";

/** The binding that ends with its name, or the file as a whole. */
export function hostBinding({ name, flake }: FoundHost, { files }: Repository): Place {
  const file = files.get(besideFlake({ folder: flake }, "flake.nix"));
  if (file === undefined) return { file: besideFlake({ folder: flake }, "flake.nix") };
  const { tree } = file;
  const binding = nodesOf(tree, Node.Binding).find((each) => namesOf(tree, tree.child(each, 0)).at(-1) === name);
  return binding === undefined ? { file: file.name } : file.at(tree.child(binding, 0));
}
