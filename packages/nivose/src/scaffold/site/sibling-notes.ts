/** What most hosts have by their names and a new one has not: nobody but the user can give it that. */

import { COMPUTED } from "../../check/source/file-references.ts";
import { importGraph } from "../../check/source/imports.ts";
import type { Repository } from "../../check/source/repository.ts";
import { rootsOf } from "./host-files.ts";
import { saidHosts } from "./hosts.ts";
import { renamedText } from "./renaming.ts";
import { hostPlace, type SaidHost } from "./said-host.ts";

/** `after` is the repository with the new host. */
export function siblingNotes(
  after: Repository,
  all: readonly SaidHost[],
  { kind, flake }: SaidHost,
  name: string,
): readonly string[] {
  const alike = all.filter((host) => host.kind === kind && host.flake === flake);
  if (alike.length < 2) return [];
  return [...fileNotes(after, alike, name), ...homeNotes(after, all, alike, name)];
}

/** Files that are no Nix, such as public keys and secrets, in the same place of each. */
function fileNotes(after: Repository, alike: readonly SaidHost[], name: string): readonly string[] {
  const owners = new Map<string, SaidHost[]>();
  for (const host of alike)
    for (const file of new Set(rootsOf(after, host).flatMap(({ files }) => files))) {
      const own = renamedText(file, [{ from: host.name, to: name }]);
      if (file.endsWith(".nix") || own === file) continue;
      owners.set(own, [...(owners.get(own) ?? []), host]);
    }
  const missing = [...owners].filter(([file, hosts]) => hosts.length * 2 > alike.length && !after.exists(file));
  const told = missing.map(([file]) => ({ file, reader: readerOf(after, file) }));
  const unread = told.filter(({ reader }) => reader === undefined).map(({ file }) => file);
  return [
    ...told.flatMap(({ file, reader }) => (reader === undefined ? [] : [fileNote(file, reader, name)])),
    ...(unread.length > MOST_NAMED ? [filesNote(unread, name)] : unread.map((file) => fileNote(file, undefined, name))),
  ];
}

const MOST_NAMED = 3;

function fileNote(file: string, reader: string | undefined, name: string): string {
  const why = reader === undefined ? "" : `, which ${reader} reads by the name of the host`;
  return `Most hosts have a file such as ${file}${why}: ${name} has none yet.`;
}

/** What a program writes for every machine is one thing to know. */
function filesNote(files: readonly string[], name: string): string {
  const named = files.slice(0, MOST_NAMED).join(", ");
  return `Most hosts have files such as ${named}, and ${files.length - MOST_NAMED} more: ${name} has none of them yet.`;
}

function readerOf(repository: Repository, file: string): string | undefined {
  const graph = importGraph(repository);
  for (const source of repository.files.values())
    for (const { target, range } of graph.from(source.name))
      if (target.includes(COMPUTED) && patternOf(target).test(file))
        return `${source.name}:${source.positions.at(range.start).line}`;
  return undefined;
}

/** Only a path that ends with a name says what is read. */
function patternOf(target: string): RegExp {
  if (target.endsWith(COMPUTED)) return /^\b$/u;
  const parts = target.split(COMPUTED).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  return new RegExp(`^${parts.join("[^/]+")}$`, "u");
}

/** `homeConfigurations."alex@luna"`, for each user who has one for most hosts. */
function homeNotes(
  after: Repository,
  all: readonly SaidHost[],
  alike: readonly SaidHost[],
  name: string,
): readonly string[] {
  const homes = all.filter((host) => host.kind === "home" && host.name.includes("@"));
  const there = new Set(saidHosts(after).map((host) => host.name));
  const users = new Set(homes.map((home) => home.name.split("@")[0]!));
  return [...users].flatMap((user) => {
    const own = homes.filter((home) => alike.some((host) => home.name === `${user}@${host.name}`));
    if (own.length * 2 <= alike.length || there.has(`${user}@${name}`)) return [];
    const { name: first } = own[0]!;
    return [
      `Most hosts have a home that is built by itself, such as ${first} (${hostPlace(own[0]!)}): ` +
        `'nivose add host ${user}@${name} --kind home' adds that of ${name}.`,
    ];
  });
}
