/** The person that a new one is made like. */

import type { Repository } from "../../check/source/repository.ts";
import { attributeIn, setsOf } from "../edit/attributes.ts";
import type { GrowProblem } from "../growth.ts";
import { scaffoldMessages } from "../messages.ts";
import { loginNames } from "../spec/allowed-names.ts";
import { isSameName, placeOfName } from "../spec/same-name.ts";
import { isSystemUser } from "../spec/system-users.ts";
import { saidHosts } from "./hosts.ts";
import { literalName } from "./places.ts";
import type { UserRequest } from "./user-request.ts";
import { isElement, isFileOfName, type SaidUser, saidUsers, userRoots } from "./users.ts";

export function chooseModel(repository: Repository, { user: { name }, like, on }: UserRequest): SaidUser | GrowProblem {
  if (!loginNames.pattern.test(name))
    return {
      message: scaffoldMessages["spec-unexpected"]("the name", JSON.stringify(name), loginNames.expected),
    };
  if (isSystemUser(name)) return { message: scaffoldMessages["spec-system-user"]("the name", name) };
  const users = saidUsers(repository);
  const names = saidHosts(repository).map((host) => host.name);
  const stray = on.find((host) => !names.includes(host));
  if (stray !== undefined) return { message: scaffoldMessages["site-no-host"](stray, names.join(", ")) };
  const taken = users.find((user) => isSameName(user.name, name));
  if (taken?.name === name) return { message: scaffoldMessages["site-user-there"](name, placeOf(taken)!) };
  const place = taken === undefined ? userRoots(repository, name)[0]?.path : placeOf(taken);
  if (place !== undefined)
    return { message: scaffoldMessages["site-taken"](name, placeOfName(taken?.name ?? name, name, place)) };
  const isKept = (user: SaidUser): number => (userRoots(repository, user.name).length > 0 ? 1 : 0);
  const sorted = users.toSorted(
    (one, other) => isFeature(one) - isFeature(other) || whole(other) - whole(one) || isKept(other) - isKept(one),
  );
  const model = sorted.find((user) => like === undefined || user.name === like);
  if (model !== undefined) return model;
  if (like !== undefined)
    return { message: scaffoldMessages["site-no-user"](like, users.map((user) => user.name).join(", ")) };
  return {
    message: scaffoldMessages["site-unknown"](
      "no account of a person is written by its name",
      "where 'users.users' or 'home-manager.users' have their names from, or on which hosts the account is to be (--on)",
    ),
  };
}

/** `users.users.owner = { name = "alex"; }`: what an account is called for itself. */
export function loginsOf({ name, items }: SaidUser): readonly string[] {
  const said = items
    .filter(({ output, isWhole, file, item }) => output === "account" && isWhole && !isElement(file, item))
    .flatMap(({ file, item }) => setsOf(file.tree, file.tree.child(item, 1)).map((set) => ({ file, set })))
    .flatMap(({ file, set }) => {
      const found = attributeIn(file.tree, set, ["name"]);
      return found === undefined ? [] : (literalName(file.tree, found.value) ?? []);
    });
  return [...new Set(said)].filter((each) => each !== name);
}

/** Whose account is in a file of the name that is about something else, such as a program. */
function isFeature({ name, items }: SaidUser): number {
  return items.some(({ file, isWhole }) => isWhole && isFileOfName(file, name)) ? 1 : 0;
}

function whole({ items }: SaidUser): number {
  return items.filter(({ isWhole }) => isWhole).length;
}

export function placeOf(user: SaidUser | undefined): string | undefined {
  const [first] = user?.items ?? [];
  return first && `${first.file.name}:${first.file.positions.at(first.file.tree.start(first.item)).line}`;
}
