/** A home in a system, of which nothing would make the account. */

import { Node } from "@nivose/nix/syntax";
import type { Repository } from "../../check/source/repository.ts";
import type { GrownFile, GrowProblem } from "../growth.ts";
import { scaffoldMessages } from "../messages.ts";
import { grownRepository } from "./grown-repository.ts";
import { isElement, type SaidUser, saidUsers, type UserItem } from "./users.ts";

/** Where homes are parts of systems, one without an account breaks the system. */
export function withoutAccount(
  repository: Repository,
  files: ReadonlyMap<string, GrownFile | undefined>,
  model: SaidUser,
  name: string,
): readonly GrowProblem[] {
  const after = saidUsers(grownRepository(repository, files)).find((user) => user.name === name);
  if (after === undefined || after.items.some((item) => makesAccount(item))) return [];
  const lost =
    model.items.find((item) => makesAccount(item)) ??
    model.items.find(({ output, tells, isWhole }) => output === "home" && tells === "target" && isWhole);
  const isInSystem = after.items.some(({ output, tells }) => output === "account" || tells === "target");
  if (lost === undefined || !isInSystem) return [];
  const place = `${lost.file.name}:${lost.file.positions.at(lost.file.tree.start(lost.item)).line}`;
  const what =
    lost.output === "account"
      ? `${place} makes the account of ${model.name} in a way that is not followed`
      : `${place} makes a home of ${model.name}, and nothing makes the account by that name`;
  const needed = "where accounts are made, or on which hosts the account is to be (--on)";
  return [{ message: scaffoldMessages["site-unknown"](what, needed), file: lost.file.name }];
}

function makesAccount({ file, item, output, isWhole }: UserItem): boolean {
  if (output !== "account" || !isWhole) return false;
  if (isElement(file, item)) return true;
  const isSet = file.tree.kind(file.tree.child(item, 1)) === Node.AttrSet;
  return !isSet || /\bisNormalUser\b/u.test(file.text(item));
}
