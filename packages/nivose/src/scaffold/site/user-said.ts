/** What is said of a new person has to be right, and is written where its place is known, although the person that it is made like has none of it. */

import type { Repository } from "../../check/source/repository.ts";
import type { SourceFile } from "../../check/source/source-file.ts";
import { attributeIn } from "../edit/attributes.ts";
import { insertItem } from "../edit/items.ts";
import type { GrownFile, GrowProblem } from "../growth.ts";
import { scaffoldMessages } from "../messages.ts";
import { nixString } from "../nix.ts";
import { checkField } from "../spec/check.ts";
import type { Field } from "../spec/field.ts";
import { fleetFields } from "../spec/fields.ts";
import { flagNames } from "../spec/flag-names.ts";
import type { UserSpec } from "../spec/fleet-spec.ts";
import { grownRepository } from "./grown-repository.ts";
import { setsAt } from "./leaves.ts";
import { isWritten, unknownChoices } from "./said-in-vain.ts";
import { saidUsers, type UserItem } from "./users.ts";

export function wronglySaidOfUser(user: UserSpec): readonly GrowProblem[] {
  const { users } = fleetFields(unknownChoices as never, []).fields as { users: Extract<Field, { kind: "list" }> };
  const { fields } = users.of as Extract<Field, { kind: "record" }>;
  return (["fullName", "email", "sshKeys"] as const).flatMap((field) => {
    const value = user[field];
    const problems = value === undefined ? [] : checkField(value, fields[field]!, flagNames[field]);
    return problems.map((message) => ({ message }));
  });
}

/** The new files with the keys and the full name in every account that has none; the others' accounts may be without. */
export function withAllSaid(
  repository: Repository,
  files: ReadonlyMap<string, GrownFile | undefined>,
  user: UserSpec,
): ReadonlyMap<string, GrownFile | undefined> {
  const all = new Map(files);
  for (const { option, value } of saidOptions(user)) {
    // an account that is written changes where the next one stands
    for (let count = 0; count < MOST_ACCOUNTS; count++) {
      const lacking = accountWithout(grownRepository(repository, all), option, user.name);
      if (lacking === undefined || !all.has(lacking.file.name)) break;
      const { file, set, before } = lacking;
      all.set(file.name, {
        ...all.get(file.name),
        bytes: insertItem(file, set, `${[...before, ...option].join(".")} = ${value};`).bytes,
      });
    }
  }
  return all;
}

/** A key that nobody could log in with afterwards is no small thing to lose. */
export function lostKey(
  files: ReadonlyMap<string, GrownFile | undefined>,
  { name, sshKeys = [] }: UserSpec,
): GrowProblem | undefined {
  const isLost = sshKeys.some((key) => !isWritten(files, key));
  return isLost ? { message: scaffoldMessages["site-key-nowhere"](name) } : undefined;
}

export function userSaidInVain(
  files: ReadonlyMap<string, GrownFile | undefined>,
  { fullName, email }: UserSpec,
): readonly string[] {
  const lost = [
    ...(fullName === undefined || isWritten(files, fullName) ? [] : [flagNames.fullName]),
    ...(email === undefined || isWritten(files, email) ? [] : [flagNames.email]),
  ];
  return lost.length === 0
    ? []
    : [`What ${lost.join(", ")} said is written nowhere: people of this repository have no place for it.`];
}

const MOST_ACCOUNTS = 1000;

interface SaidOption {
  readonly option: readonly string[];
  readonly value: string;
}

function saidOptions({ fullName, sshKeys = [] }: UserSpec): readonly SaidOption[] {
  const keys = `[ ${sshKeys.map((key) => nixString(key)).join(" ")} ]`;
  return [
    ...(fullName === undefined ? [] : [{ option: ["description"], value: nixString(fullName) }]),
    ...(sshKeys.length === 0 ? [] : [{ option: ["openssh", "authorizedKeys", "keys"], value: keys }]),
  ];
}

function accountWithout(
  repository: Repository,
  option: readonly string[],
  name: string,
): { readonly file: SourceFile; readonly set: number; readonly before: readonly string[] } | undefined {
  const items = saidUsers(repository).find((user) => user.name === name)?.items ?? [];
  const accounts = items.filter((item) => item.output === "account" && item.isWhole && makesAccount(item));
  for (const { file, item, collection } of accounts) {
    const sets = setsAt(file, file.tree.child(item, 1)) ?? [];
    const beside = ["users", "extraUsers"].flatMap((users) => [
      ["users", users, name, ...option],
      [users, name, ...option],
      [name, ...option],
    ]);
    const isThere =
      sets.some((set) => attributeIn(file.tree, set, option) !== undefined) ||
      beside.some((path) => attributeIn(file.tree, collection, path) !== undefined);
    if (isThere) continue;
    if (sets[0] !== undefined) return { file, set: sets[0], before: [] };
    // `users.users.alex.isNormalUser = true;`
    const names = file.tree.children(file.tree.child(item, 0)).map((each) => file.text(each));
    if (names.at(-1) === "isNormalUser") return { file, set: collection, before: names.slice(0, -1) };
  }
  return undefined;
}

function makesAccount({ file, item }: UserItem): boolean {
  return /\bisNormalUser\b/u.test(file.text(item));
}
