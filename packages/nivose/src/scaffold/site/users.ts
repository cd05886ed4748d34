/** The people of a repository as its sources say them: their accounts, their homes, and what imports the files of their names. */

import { posix } from "node:path";
import { Node, NONE, type Ref, view } from "@nivose/nix/syntax";
import { importGraph } from "../../check/source/imports.ts";
import { COMPUTED } from "../../check/source/file-references.ts";
import type { Repository } from "../../check/source/repository.ts";
import type { SourceFile } from "../../check/source/source-file.ts";
import { bindingsOf, lastName } from "../../schema/definitions.ts";
import { isDendritic } from "./host-files.ts";
import { isExample } from "./example-files.ts";
import { isWithin, type OwnRoot, ownRoots } from "./own-files.ts";
import { saidHosts } from "./hosts.ts";
import { literalName } from "./places.ts";
import { mentionsName } from "./renaming.ts";
import type { HostItem } from "./said-host.ts";

export interface SaidUser {
  readonly name: string;
  /** Accounts and homes, each as a whole. */
  readonly items: readonly UserItem[];
}

export interface UserItem extends HostItem {
  /** Whether more is said there than the name: `users.users.alex.extraGroups = …` is a remark on somebody. */
  readonly isWhole: boolean;
  /** Whether it is a module that something else makes a home of. */
  readonly isModule?: boolean;
}

export function saidUsers(repository: Repository): readonly SaidUser[] {
  const graph = importGraph(repository);
  const found = new Map<string, UserItem[]>();
  for (const file of repository.files.values()) {
    if (isExample(file.name) || !file.mentions("users") || (graph.flakeOf(file.name) || ".") !== ".") continue;
    visit(file, file.expression, [], (name, item) => found.set(name, [...(found.get(name) ?? []), item]));
  }
  const homes = saidHosts(repository).filter(({ kind }) => kind === "home");
  for (const { name: home, items } of homes) {
    const [name] = home.split("@") as [string];
    const own = items.map((item): UserItem => ({
      ...item,
      output: "home",
      isWhole: true,
      isModule: isDendritic(item),
    }));
    if (found.has(name)) found.set(name, [...found.get(name)!, ...own]);
  }
  return [...found].map(([name, items]) => ({ name, items })).filter((user) => isPerson(user));
}

/** Elements of lists, in files that are not the user's own, which name these. */
export function importsOfUser(repository: Repository, name: string): readonly HostItem[] {
  const graph = importGraph(repository);
  const roots = userRoots(repository, name);
  return [...repository.files.values()].flatMap((file) => {
    if (roots.some(({ path }) => isWithin(file.name, path))) return [];
    return graph.from(file.name).flatMap(({ target, at }): HostItem[] => {
      if (target.includes(COMPUTED) || !roots.some(({ path }) => isWithin(target, path))) return [];
      const collection = file.nodes(Node.List).find((list) => file.tree.children(list).includes(at));
      if (collection === undefined || isWithinOwn(file, at, name)) return [];
      return [{ tells: "target", output: "imports", file, collection, item: at }];
    });
  });
}

/** In a binding that is the user's own, and goes with it. */
function isWithinOwn({ tree }: SourceFile, ref: Ref, name: string): boolean {
  return tree
    .pathTo(tree.start(ref))
    .some((each) => tree.kind(each) === Node.Binding && mentionsName(tree.text(tree.child(each, 0)), name));
}

/** Files and folders of the name, in a folder of people. */
export function userRoots(repository: Repository, name: string): readonly OwnRoot[] {
  return ownRoots(repository, name, "").filter(({ path }) => ofPeople.test(path));
}

const ofPeople = /(?:^|\/)(?:users?|homes?|people|accounts|home-manager)\/[^/]+$/u;

/** Of a list of names, which says nothing else of somebody. */
export function isElement({ tree }: SourceFile, item: Ref): boolean {
  return tree.kind(item) !== Node.Binding;
}

/** An account that a program has, though it is a normal one: its home is no person's, or it is made where the program is. */
function isOfService(name: string, file: SourceFile, item: Ref): boolean {
  if (/\bhome\s*=\s*"\/(?:var|srv|opt|run)\//u.test(file.text(item))) return true;
  return isFileOfName(file, name) && /^\s*services\./mu.test(file.text(file.expression));
}

/** A file of the name that is not among those of people. */
export function isFileOfName({ name: file }: SourceFile, name: string): boolean {
  return posix.basename(file, ".nix") === name && !ofPeople.test(file);
}

function isPerson({ name, items }: SaidUser): boolean {
  if (name === "root" || name.includes("$")) return false;
  return items.some(
    ({ output, file, item, isWhole }) =>
      isWhole &&
      !isOfService(name, file, item) &&
      (output === "home" || isElement(file, item) || /\bisNormalUser\b/u.test(file.text(item))),
  );
}

type Heard = (name: string, item: UserItem) => void;

function visit(file: SourceFile, ref: Ref, path: readonly (string | undefined)[], heard: Heard): void {
  const { tree } = file;
  if (ref === NONE || tree.isToken(ref)) return;
  const node = view(tree, ref);
  const go = (inner: Ref): void => visit(file, inner, path, heard);
  switch (node.kind) {
    case "paren":
      return go(node.expression);
    case "lambda":
    case "with":
    case "assert":
      return go(node.body);
    case "let":
      for (const binding of node.bindings) if (tree.kind(binding) === Node.Binding) go(tree.child(binding, 1));
      return go(node.body);
    case "binary":
      go(node.left);
      return go(node.right);
    case "apply":
      return isOfPeople(path)
        ? visitNamed(file, node.function, node.arguments, path, heard)
        : node.arguments.forEach(go);
    case "list":
      return node.elements.forEach(go);
    case "attr-set":
      return visitSet(file, ref, path, heard);
    default:
  }
}

/** Whether it is the set whose names are those of people. */
function isOfPeople(path: readonly (string | undefined)[]): boolean {
  const around = path.at(-2);
  return path.at(-1) === "users" && (around === "users" || around === "home-manager");
}

/** `genAttrs [ "alex" ] (name: { })`: in the function there are no names of people. */
function visitNamed(
  file: SourceFile,
  callee: Ref,
  args: readonly Ref[],
  path: readonly (string | undefined)[],
  heard: Heard,
): void {
  const { tree } = file;
  const [names] = args;
  if (lastName(tree, callee) !== "genAttrs" || names === undefined)
    return args
      .filter((ref) => tree.kind(ref) !== Node.Paren && tree.kind(ref) !== Node.Lambda)
      .forEach((ref) => visit(file, ref, path, heard));
  if (tree.kind(names) !== Node.List) return;
  const output = path.at(-2) === "users" ? "account" : "home";
  for (const item of tree.children(names)) {
    const name = literalName(tree, item);
    if (tree.kind(item) === Node.String && name !== undefined)
      heard(name, { tells: "target", output, file, collection: names, item, isWhole: true });
  }
}

function visitSet(file: SourceFile, collection: Ref, path: readonly (string | undefined)[], heard: Heard): void {
  const { tree } = file;
  const bindings = new Map(bindingsOf(tree, collection).map((binding) => [binding.attrPath, binding]));
  for (const item of tree.children(collection)) {
    const binding = tree.kind(item) === Node.Binding ? bindings.get(tree.child(item, 0)) : undefined;
    if (binding === undefined) continue;
    const whole = [...path, ...binding.path];
    const at = whole.findIndex(
      (name, index) =>
        (whole[index - 1] === "users" || whole[index - 1] === "extraUsers") &&
        (whole[index - 2] === "users" || whole[index - 2] === "home-manager") &&
        name !== undefined,
    );
    if (at < path.length) visit(file, binding.value, whole, heard);
    else {
      const output = whole[at - 2] === "users" ? "account" : "home";
      const isWhole = at === whole.length - 1 || (output === "account" && whole[at + 1] === "isNormalUser");
      heard(whole[at]!, { tells: "target", output, file, collection, item, isWhole });
    }
  }
}
