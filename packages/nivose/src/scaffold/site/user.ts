/** Adds a person to a repository that nobody knows the layout of: as somebody else takes part who is there. */

import { COMPUTED, namedPathsIn } from "../../check/source/file-references.ts";
import { Token } from "@nivose/nix/syntax";
import { type FileReference, importGraph } from "../../check/source/imports.ts";
import type { Repository } from "../../check/source/repository.ts";
import { SourceFile } from "../../check/source/source-file.ts";
import { accountOnHosts, isNotUnderstood, passwordNote } from "./account.ts";
import { cannotGrow, type Grown, type GrownFile, type GrowProblem } from "../growth.ts";
import { scaffoldMessages } from "../messages.ts";
import { attributeAt, setsOf } from "../edit/attributes.ts";
import { insertItem } from "../edit/items.ts";
import { nixString } from "../nix.ts";
import { stateVersionFor } from "./state-version.ts";
import type { UserSpec } from "../spec/fleet-spec.ts";
import { grownRepository } from "./grown-repository.ts";
import { isAsAdded, unchanged, type Way } from "./as-added.ts";
import { chooseModel, loginsOf, placeOf } from "./model-user.ts";
import { othersHome } from "./others-home.ts";
import { isWithin } from "./own-files.ts";
import { Personal } from "./personal.ts";
import { removeUser } from "./remove-user.ts";
import { renamedText, type Renaming } from "./renaming.ts";
import type { HostItem } from "./said-host.ts";
import type { Site } from "./site.ts";
import { skeletonOf } from "./skeleton.ts";
import { lostKey, userSaidInVain, withAllSaid, wronglySaidOfUser } from "./user-said.ts";
import { UserHosts } from "./user-hosts.ts";
import type { UserRequest } from "./user-request.ts";
import { withoutAccount } from "./without-account.ts";
import { withoutUnused } from "./used-files.ts";
import { importsOfUser, isElement, type SaidUser, saidUsers, type UserItem, userRoots } from "./users.ts";
import { Usual } from "./usual.ts";
import { byCollection } from "./wired-items.ts";
import { clonedText, insertBeside, together } from "./wiring.ts";
import { problemsOfAdded } from "./found-again.ts";

export function addUser(site: Pick<Site, "repository">, request: UserRequest): Grown {
  const wrong = wronglySaidOfUser(request.user);
  if (wrong.length > 0) return { ok: false, problems: wrong };
  const grown = addLikeSomebody(site, request);
  if (grown.ok || request.like !== undefined) return grown;
  // of accounts that are made for all hosts in a way that is not followed, none would be like this one
  const isUnknown =
    isNotUnderstood(grown) || (request.on.length > 0 && isNotUnderstood(addLikeSomebody(site, { ...request, on: [] })));
  return (isUnknown ? accountOnHosts(site.repository, request) : undefined) ?? grown;
}

function addLikeSomebody({ repository }: Pick<Site, "repository">, request: UserRequest): Grown {
  const { name } = request.user;
  const way: Way = {
    remove: (site) => removeUser({ repository: site }, name),
    add: (site) => addUser({ repository: site }, request),
  };
  if (saidUsers(repository).some((user) => user.name === name) && isAsAdded(repository, way))
    return unchanged(`Add user ${name}`);
  const chosen = chooseModel(repository, request);
  if ("message" in chosen) return { ok: false, problems: [chosen] };
  const renamings: readonly Renaming[] = [chosen.name, ...loginsOf(chosen)].map((from) => ({ from, to: name }));
  const hosts = new UserHosts(repository, request.on);
  const own = new Personal(request);
  const all = new Map<string, GrownFile | undefined>();
  for (const [file, bytes] of newFiles(repository, chosen, renamings, hosts, own)) all.set(file, { bytes });
  const changed = new Map<SourceFile, SourceFile[]>();
  const items = [...ownItems(repository, chosen), ...importsOfUser(repository, chosen.name)].filter((item) =>
    hosts.has(item),
  );
  const shared = hosts.shared(items, chosen.name);
  if (shared.length > 0) return { ok: false, problems: shared };
  for (const group of byCollection(items)) {
    const [first] = group as [HostItem];
    const clone = {
      renamings,
      system: { from: undefined, to: "" },
      address: undefined,
      siblings: () => new Map([[group.at(-1)!.item, chosen.name]]),
    };
    const text = group.map((item) => personalText(item, clonedText(item, clone).text, own)).join("\n");
    changed.set(first.file, [...(changed.get(first.file) ?? []), insertBeside(first, name, text, clone)]);
  }
  for (const [file, each] of changed) all.set(file.name, { bytes: together(file, each).bytes });
  const used = withoutUnused(repository, all);
  const files = withAllSaid(repository, used, request.user);
  if (files.size === 0)
    return cannotGrow(
      scaffoldMessages["site-unknown"](
        all.size > 0
          ? `nothing would use ${[...all.keys()].join(" and ")}: the names of users are computed`
          : `${chosen.name} takes part nowhere by that name`,
        "where accounts are written, or have their names from",
      ),
    );
  const problems = [
    ...verify(repository, files, chosen, name),
    ...homeProblems(repository, files, name),
    ...withoutAccount(repository, files, chosen, name),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const lost = lostKey(files, request.user);
  if (lost !== undefined) return { ok: false, problems: [lost] };
  const notes = [passwordNote(request), ...own.notes(chosen.name), ...userSaidInVain(files, request.user)];
  return { ok: true, growth: { title: `Add user ${name}`, files, notes, next: [] } };
}

/** Outside of files of the user's name. */
function ownItems(repository: Repository, { name, items }: SaidUser): readonly HostItem[] {
  const roots = userRoots(repository, name);
  const outside = items.filter(({ file, isWhole }) => isWhole && !roots.some((root) => isWithin(file.name, root.path)));
  const followed = outside.filter((item) => !isMadeBySomebody(item, name));
  const making = new Set(followed.filter((item) => isMaking(repository, item, name)));
  // where something makes the account, or the home, everything else is what that person likes
  const own = followed.filter((item) => making.has(item) || ![...making].some(({ output }) => output === item.output));
  const isHome = ({ output, isModule }: UserItem): boolean => output === "home" && isModule !== true;
  // of a home that cannot be made, the modules would be nobody's
  const isLost = outside.some((item) => isHome(item)) && !own.some((item) => isHome(item));
  return isLost ? own.filter(({ output }) => output !== "home") : own;
}

/** Whether it has its value from something of the other's name, such as `alex_at "luna"`, which would make the same for anybody. */
function isMadeBySomebody({ file: { tree }, item }: HostItem, name: string): boolean {
  for (let token = tree.firstToken(item); token < tree.endToken(item); token++) {
    const text = tree.tokenText(token);
    if (tree.tokenKinds[token] === Token.Identifier && text !== name && text.split(/[_-]/u).includes(name)) return true;
  }
  return false;
}

/** Whether it makes an account or a home, and does not just set something in one. */
function isMaking(repository: Repository, { file, item, output, tells }: HostItem, name: string): boolean {
  if (tells === "home" || isElement(file, item)) return true;
  const { start, end } = file.tree.range(item);
  const roots = userRoots(repository, name);
  const named = importGraph(repository)
    .from(file.name)
    .filter(
      ({ range, target }) =>
        range.start >= start && range.end <= end && roots.some((root) => isWithin(target, root.path)),
    );
  const signs = output === "account" ? /\bisNormalUser\b/u : /\b(?:username|homeDirectory|stateVersion)\s*=/u;
  return named.length > 0 || signs.test(file.text(item));
}

function personalText({ output, file: of, item }: HostItem, text: string, own: Personal): string {
  if (output === "imports" || isElement(of, item)) return text;
  const file = own.made(new SourceFile("user.nix", new TextEncoder().encode(`{\n${text}\n}\n`)));
  return file.text(file.expression).slice(1, -1).trim();
}

/** The files of the model's name, those for hosts only where the new user is. */
function newFiles(
  repository: Repository,
  model: SaidUser,
  renamings: readonly Renaming[],
  hosts: UserHosts,
  own: Personal,
): ReadonlyMap<string, Uint8Array> {
  const roots = userRoots(repository, model.name);
  const graph = importGraph(repository);
  const outside = [...ownItems(repository, model), ...importsOfUser(repository, model.name)].filter((item) =>
    hosts.has(item),
  );
  const needed = new Set([
    ...model.items
      .filter(({ file, isWhole }) => isWhole && roots.some(({ path: root }) => isWithin(file.name, root)))
      .map(({ file }) => file.name),
    ...outside.flatMap(({ file, item }) => {
      const { start, end } = file.tree.range(item);
      return graph
        .from(file.name)
        .filter(({ range }) => range.start >= start && range.end <= end)
        .flatMap((each) => filesFor(each, hosts));
    }),
  ]);
  const homes = new Set(model.items.flatMap((item) => (item.output === "home" ? homeFiles(repository, item) : [])));
  const made = new Map<string, Uint8Array>();
  for (const name of needed) {
    const file = repository.files.get(name);
    if (file === undefined || !roots.some(({ path: root }) => isWithin(name, root)) || !hosts.hasFile(name)) continue;
    const target = name
      .split("/")
      .map((part) => renamedText(part, renamings))
      .join("/");
    const module = {
      file,
      starts: [{ ref: file.expression, path: [] }],
      name: model.name,
      roots: roots.map(({ path: root }) => root),
    };
    const skeleton = skeletonOf(module, target, new Usual([[module]]), {
      renamings,
      system: "",
      stateVersion: undefined,
      imports: [],
      keeps: (option) => isBasic(option, model.name),
    });
    if (skeleton === undefined) continue;
    const isHome = homes.has(name) && !/\bstateVersion\b/u.test(skeleton.file.text(skeleton.file.expression));
    const personal = own.made(isHome ? withBasics(skeleton.file, own.user, repository) : skeleton.file);
    made.set(target, personal.bytes);
    // what it still names of the model's files it needs of its own
    for (const reference of graph.from(name))
      if (namesStill(personal, reference.target, renamings))
        for (const each of filesFor(reference, hosts)) needed.add(each);
  }
  return made;
}

function filesFor({ target, files }: FileReference, hosts: UserHosts): readonly string[] {
  return target.includes(COMPUTED) ? hosts.alternatives(files) : files;
}

/** The files that a home begins with: the first of several, each of those that a computed path may lead to. */
function homeFiles(repository: Repository, { file, item }: HostItem): readonly string[] {
  const { start, end } = file.tree.range(item);
  const first = importGraph(repository)
    .from(file.name)
    .find(({ range, files }) => range.start >= start && range.end <= end && files.length > 0);
  return first?.files ?? [];
}

/** Without these a home is none; who has them in modules of his own has to say them himself. */
function withBasics(file: SourceFile, { name }: UserSpec, repository: Repository): SourceFile {
  const set = setsOf(file.tree, file.expression)[0];
  const version = stateVersionFor(repository, "home") ?? stateVersionFor(repository, "nixos");
  if (set === undefined || version === undefined) return file;
  const missing = [
    ["username", nixString(name)],
    ["homeDirectory", nixString(`/home/${name}`)],
    ["stateVersion", nixString(version)],
  ].filter(([option]) => attributeAt(file, ["home", option!]) === undefined);
  return missing.reduce(
    (now, [option, value]) =>
      insertItem(now, setsOf(now.tree, now.expression)[0]!, `home.${option} = ${value};`, { gap: false }),
    file,
  );
}

/** Whether a new file still names what the model's names, for the new user. */
function namesStill(file: SourceFile, target: string, renamings: readonly Renaming[]): boolean {
  const now = target
    .split("/")
    .map((part) => renamedText(part, renamings))
    .join("/");
  return now !== target && namedPathsIn(file, "").some((each) => each.target === now);
}

/** What an account and a home are, whoever has them. */
function isBasic(option: string, model: string): boolean {
  const tail = option.replace(/^.*\busers\.users\./u, "").replace(`${model}.`, "");
  if (/\busers\.users\./u.test(option))
    return /^(?:isNormalUser|extraGroups|group|shell|home|createHome|description|openssh\.authorizedKeys\.keys)$/u.test(
      tail,
    );
  return /\bhome-manager\.users\./u.test(option) || /^home\.(?:username|homeDirectory|stateVersion)$/u.test(option);
}

function homeProblems(
  repository: Repository,
  files: ReadonlyMap<string, GrownFile | undefined>,
  name: string,
): readonly GrowProblem[] {
  const after = grownRepository(repository, files);
  const items = saidUsers(after).find((user) => user.name === name)?.items ?? [];
  return othersHome(
    after,
    name,
    items.filter(({ output }) => output === "home"),
  );
}

function verify(
  repository: Repository,
  files: ReadonlyMap<string, GrownFile | undefined>,
  model: SaidUser,
  name: string,
): readonly GrowProblem[] {
  return problemsOfAdded(repository, files, {
    name,
    model: model.name,
    place: placeOf(model) ?? "the repository",
    kind: "users",
    isFound: (after) => saidUsers(after).some((user) => user.name === name),
  });
}
