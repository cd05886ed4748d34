/** Takes a person out of a repository that nobody knows the layout of: the account, the home, and the files of the name. */

import { Node } from "@nivose/nix/syntax";
import { COMPUTED } from "../../check/source/file-references.ts";
import { importGraph } from "../../check/source/imports.ts";
import type { Repository } from "../../check/source/repository.ts";
import type { SourceFile } from "../../check/source/source-file.ts";
import { cannotGrow, type Grown, type GrownFile } from "../growth.ts";
import { scaffoldMessages } from "../messages.ts";
import { grownRepository } from "./grown-repository.ts";
import { isWithin } from "./own-files.ts";
import type { HostItem } from "./said-host.ts";
import type { Site } from "./site.ts";
import { isExample } from "./example-files.ts";
import { importsOfUser, saidUsers, type UserItem, userRoots } from "./users.ts";
import { byCollection } from "./wired-items.ts";
import { removeItems, together } from "./wiring.ts";

export function removeUser({ repository }: Pick<Site, "repository">, name: string): Grown {
  const users = saidUsers(repository);
  const user = users.find((each) => each.name === name);
  if (user === undefined)
    return cannotGrow(scaffoldMessages["site-no-user"](name, users.map((each) => each.name).join(", ")));
  const roots = userRoots(repository, name);
  const isOwn = (file: string): boolean => roots.some(({ path }) => isWithin(file, path));
  const isAdded = (each: UserItem): boolean =>
    /^[^=]*\.(?:description|openssh\.authorizedKeys\.keys)\s*=/u.test(each.file.text(each.item)) &&
    user.items.some(({ isWhole, collection, file }) => isWhole && file === each.file && collection === each.collection);
  const remark = user.items.find((each) => !each.isWhole && !isOwn(each.file.name) && !isAdded(each));
  if (remark !== undefined) return cannotGrow(scaffoldMessages["site-still-needed"](name, placeOf(remark)));
  const changed = new Map<SourceFile, SourceFile[]>();
  const items = [...user.items.filter(({ file }) => !isOwn(file.name)), ...importsOfUser(repository, name)];
  for (const group of byCollection(items)) {
    const { file, collection } = group[0]!;
    const after = removeItems(
      file,
      collection,
      group.map(({ item }) => item),
    );
    changed.set(file, [...(changed.get(file) ?? []), after]);
  }
  const files = new Map<string, GrownFile | undefined>();
  for (const [file, each] of changed) files.set(file.name, { bytes: together(file, each).bytes });
  const gone = roots.flatMap((root) => root.files);
  for (const file of gone) files.set(file, undefined);
  const after = grownRepository(repository, files);
  const places = [...new Set([...stillNamed(after, gone), ...stillMeant(after, name)])];
  if (places.length > 0) return cannotGrow(scaffoldMessages["site-still-needed"](name, places.join(", ")));
  return { ok: true, growth: { title: `Remove user ${name}`, files, notes: [], next: [] } };
}

function stillNamed(repository: Repository, gone: readonly string[]): readonly string[] {
  const graph = importGraph(repository);
  return [...repository.files.values()].flatMap((file) =>
    graph
      .from(file.name)
      .filter(({ target }) => !target.includes(COMPUTED) && gone.some((each) => isWithin(each, target)))
      .filter(({ target }) => !repository.exists(target))
      .map(({ range }) => `${file.name}:${file.positions.at(range.start).line}`),
  );
}

/** `user = "mia"`, and `config.users.users.mia`: a string that is the name may be somebody else's, but nobody knows that here. */
function stillMeant(repository: Repository, name: string): readonly string[] {
  return [...repository.files.values()].flatMap((file) => {
    if (isExample(file.name) || !file.mentions(name)) return [];
    const { tree } = file;
    const strings = file.nodes(Node.String).filter((ref) => file.text(ref) === `"${name}"`);
    const selected = file.nodes(Node.Select).filter((ref) => {
      const names = file.text(ref).replaceAll('"', "").split(".");
      return names.some((each, index) => each === name && names[index - 1] === "users");
    });
    return [...strings, ...selected].map((ref) => `${file.name}:${file.positions.at(tree.start(ref)).line}`);
  });
}

function placeOf({ file, item }: HostItem): string {
  return `${file.name}:${file.positions.at(file.tree.start(item)).line}`;
}
