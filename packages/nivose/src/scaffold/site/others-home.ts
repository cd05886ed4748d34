/** A home that imports what is said to be somebody else's would be that one's, whatever it is called. */

import { posix } from "node:path";
import { Node } from "@nivose/nix/syntax";
import type { Repository } from "../../check/source/repository.ts";
import type { GrowProblem } from "../growth.ts";
import { scaffoldMessages } from "../messages.ts";
import { leavesIn, piecesOf } from "./leaves.ts";
import { literalName } from "./places.ts";
import type { HostItem } from "./said-host.ts";
import { takenModules } from "./taken-modules.ts";

/** `items` are those that make the home of `name`, in the repository as it would be. */
export function othersHome(repository: Repository, name: string, items: readonly HostItem[]): readonly GrowProblem[] {
  const [person] = name.split("@") as [string];
  const taken = takenModules(repository, { name, kind: "home", flake: "", items, entries: [] });
  return taken.flatMap((file): readonly GrowProblem[] => {
    const pieces = piecesOf(file, { ref: file.expression, path: [] }) ?? [];
    for (const { path, value } of leavesIn(pieces)) {
      const option = path.join(".");
      if (value === undefined || file.tree.kind(value) !== Node.String) continue;
      const text = literalName(file.tree, value);
      if (text === undefined) continue;
      const owner = option === "home.username" ? text : option === "home.homeDirectory" ? posix.basename(text) : person;
      if (owner === person) continue;
      const place = `${file.name}:${file.positions.at(file.tree.start(value)).line}`;
      const range = file.tree.range(value);
      return [{ message: scaffoldMessages["site-others-home"](person, owner, place, option), file: file.name, range }];
    }
    return [];
  });
}
