/** The account of a person in the own files of hosts: where nobody's is written in a way that another one could be like. */

import { posix } from "node:path";
import type { Ref } from "@nivose/nix/syntax";
import type { Repository } from "../../check/source/repository.ts";
import type { SourceFile } from "../../check/source/source-file.ts";
import { bindingsOf } from "../../schema/definitions.ts";
import { catalogue } from "../../services/catalogue.ts";
import { attributeIn } from "../edit/attributes.ts";
import { insertItem } from "../edit/items.ts";
import { scaffoldMessages } from "../messages.ts";
import { formatText } from "../format-text.ts";
import type { Grown, GrownFile } from "../growth.ts";
import { nixName, nixString } from "../nix.ts";
import { problemsOfAdded } from "./found-again.ts";
import { isDendritic, moduleOf, neededFiles } from "./host-files.ts";
import { saidHosts } from "./hosts.ts";
import { isOfClass, setsAt } from "./leaves.ts";
import { ownListOf, withListed } from "./own-list.ts";
import { hostPlace, type SaidHost } from "./said-host.ts";
import { mainFiles } from "./said.ts";
import { userSaidInVain } from "./user-said.ts";
import type { UserRequest } from "./user-request.ts";
import { saidUsers } from "./users.ts";

/** Nothing if one of the hosts has neither a file of its own that it could be said in, nor a list of modules for a new one. */
export function accountOnHosts(repository: Repository, request: UserRequest): Grown | undefined {
  const { name } = request.user;
  const all = saidHosts(repository);
  // another flake beside this one may have installers of the same names
  const hosts = request.on.flatMap((each) => all.find((host) => host.kind === "nixos" && host.name === each) ?? []);
  const [first] = hosts;
  if (first === undefined || hosts.length < request.on.length) return undefined;
  const files = new Map<string, GrownFile>();
  for (const host of hosts) {
    const said = ownModules(repository, host, all).map(({ file, set }) => withAccount(file, set, request));
    const after = said.find((each) => each !== undefined);
    if (after !== undefined) {
      files.set(after.name, { bytes: after.bytes });
      continue;
    }
    const list = ownListOf(repository, host);
    if (list === undefined || files.has(list.file.name)) return undefined;
    // where what is somebody's own is found again
    const target = `${list.folder.replace(/(?:^|\/)users\/$/u, "")}users/${name}.nix`;
    if (repository.exists(target)) return undefined;
    const text = formatText(`{ ${accountText(["users", "users"], request)} }\n`, target);
    files.set(target, { bytes: Buffer.from(text) });
    files.set(list.file.name, { bytes: withListed(list, target).bytes });
  }
  const problems = problemsOfAdded(repository, files, {
    name,
    model: first.name,
    place: hostPlace(first),
    kind: "users",
    isFound: (after) => saidUsers(after).some((user) => user.name === name),
  });
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    growth: {
      title: `Add user ${name}`,
      files,
      notes: [passwordNote(request), ...userSaidInVain(files, request.user)],
      next: [],
    },
  };
}

export function isNotUnderstood(grown: Grown): boolean {
  const { code } = scaffoldMessages["site-unknown"]("", "");
  return !grown.ok && grown.problems.every(({ message }) => message.code === code);
}

export function passwordNote({ user: { name, sshKeys = [] } }: UserRequest): string {
  return sshKeys.length > 0
    ? `${name} has no password: 'passwd ${name}' on the machine sets one, or a secret does.`
    : `${name} has neither a key nor a password yet: say one by --ssh-key, or set a password on the machine.`;
}

interface OwnModule {
  readonly file: SourceFile;
  readonly set: number;
}

/** The sets that are modules of the host alone, that of its main file first. */
function ownModules(repository: Repository, host: SaidHost, all: readonly SaidHost[]): readonly OwnModule[] {
  const found = neededFiles(repository, host, all)
    .filter(({ is, name }) => is === "module" && !Object.hasOwn(catalogue, posix.basename(name, ".nix")))
    .flatMap(({ name }) => moduleOf(repository, host, name) ?? [])
    .filter(({ file }) => host.items.every((item) => item.file !== file || isDendritic(item)))
    .flatMap(({ file, starts }) =>
      starts
        .filter(({ path }) => path.length === 0)
        .flatMap(({ ref }) => (setsAt(file, ref) ?? []).slice(0, 1))
        .flatMap((set) => moduleIn(file, set).map((each) => ({ file, set: each }))),
    );
  const isMain = ({ file }: OwnModule): boolean => mainFiles.has(posix.basename(file.name));
  return [...found.filter((each) => isMain(each)), ...found.filter((each) => !isMain(each))];
}

/** The set itself, or that of NixOS in an aspect of den, which has the modules of several classes. */
function moduleIn(file: SourceFile, set: Ref): readonly Ref[] {
  const names = bindingsOf(file.tree, set).map(({ path }) => path[0]);
  if (!names.some((name) => isOfClass(name) || name === "includes")) return [set];
  const module = attributeIn(file.tree, set, ["nixos"]);
  return module === undefined ? [] : (setsAt(file, module.value) ?? []).slice(0, 1);
}

/** In the innermost set that is there already; nothing if accounts are no plain set there. */
function withAccount(file: SourceFile, module: number, request: UserRequest): SourceFile | undefined {
  const { tree } = file;
  const isConfig = bindingsOf(tree, module).some(({ path }) => path[0] === "config" || path[0] === "options");
  const whole = [...(isConfig ? ["config"] : []), "users", "users"];
  for (let length = whole.length; length > 0; length--) {
    const outer = attributeIn(tree, module, whole.slice(0, length));
    if (outer === undefined) continue;
    const [set, ...others] = setsAt(file, outer.value) ?? [];
    return set === undefined || others.length > 0
      ? undefined
      : insertItem(file, set, accountText(whole.slice(length), request));
  }
  return insertItem(file, module, accountText(whole, request));
}

function accountText(below: readonly string[], { user, isAdmin = false }: UserRequest): string {
  const { name, fullName, sshKeys = [] } = user;
  const keys = sshKeys.map((key) => `    ${nixString(key)}\n`).join("");
  return [
    `${[...below, nixName(name)].join(".")} = {\n  isNormalUser = true;\n`,
    ...(fullName === undefined ? [] : [`  description = ${nixString(fullName)};\n`]),
    ...(isAdmin ? ['  extraGroups = [ "wheel" ];\n'] : []),
    ...(keys === "" ? [] : [`  openssh.authorizedKeys.keys = [\n${keys}  ];\n`]),
    "};",
  ].join("");
}
