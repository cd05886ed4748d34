/** The host that a new one is made like. */

import type { Repository } from "../../check/source/repository.ts";
import type { HostKind } from "../spec/fleet-spec.ts";
import { isDendritic, neededFiles, rootsOf } from "./host-files.ts";
import { unreadOutput } from "./hosts.ts";
import { isWithin } from "./own-files.ts";
import type { HostItem, SaidHost } from "./said-host.ts";
import { renamedText } from "./renaming.ts";
import { isSystem } from "./systems.ts";

/**
 * Those of the kind, in the flake at the top if that has any. One of the same platform goes before, one that takes part as most of them
 * do, and one that says little.
 */
export function modelsFor(
  repository: Repository,
  all: readonly SaidHost[],
  kind: HostKind,
  system: string | undefined,
): readonly SaidHost[] {
  const ofKind = all.filter((host) => host.kind === kind);
  const isAtTop = ofKind.some(({ flake }) => flake === "") || unreadOutput(repository, kind) !== undefined;
  const alike = ofKind.filter(({ flake }) => !isAtTop || flake === "");
  const usual = mostUsual(alike.map((host) => systemOf(repository, host)));
  const shapes = new Map(alike.map((host) => [host, shapeOf(host)]));
  const rank = (host: SaidHost): readonly number[] => {
    const own = systemOf(repository, host);
    return [
      system === undefined || own === system ? 0 : own === undefined ? 1 : 2,
      // if nothing is said, it is one of the platform that most of them have
      system === undefined && usual !== undefined && own !== usual ? 1 : 0,
      // where it stands could be the word in another sense
      isWord.test(host.name) ? 1 : 0,
      // a host without a file of its own tells nothing of where one would be
      neededFiles(repository, host, all).some(({ is }) => is === "module" || is === "home") ? 0 : 1,
      -alike.filter((each) => shapes.get(each) === shapes.get(host)).length,
      host.items.reduce((sum, item) => sum + lengthFor(repository, host, item), 0),
    ];
  };
  return alike
    .map((host) => ({ host, by: rank(host) }))
    .toSorted((one, other) => {
      const at = one.by.findIndex((each, index) => each !== other.by[index]);
      return at < 0 ? 0 : one.by[at]! - other.by[at]!;
    })
    .map(({ host }) => host);
}

/** Nothing if there is none that goes before all others. */
function mostUsual(names: readonly (string | undefined)[]): string | undefined {
  const count = (name: string): number => names.filter((each) => each === name).length;
  const sorted = [...new Set(names)]
    .filter((name) => name !== undefined)
    .toSorted((one, other) => count(other) - count(one));
  const [first, second] = sorted;
  return first !== undefined && (second === undefined || count(first) > count(second)) ? first : undefined;
}

/** A file of its own that says the host is there for the new one as a whole. */
function lengthFor(repository: Repository, host: SaidHost, item: HostItem): number {
  const isWhole = !isDendritic(item) && rootsOf(repository, host).some(({ path }) => isWithin(item.file.name, path));
  return isWhole ? item.file.bytes.length : item.file.text(item.item).length;
}

const isWord = /^(?:nixos|darwin|home|linux|default|system|host|machine)$/u;

/** How it takes part, whatever it is called. */
function shapeOf({ name, items, entries }: SaidHost): string {
  const said = items.map(({ file, item }) => renamedText(file.text(item), [{ from: name, to: "?" }]));
  return [...said.map((text) => text.replaceAll(/"[^"]*"/gu, '"?"')), ...entries.map(() => "entry")].join("\n");
}

/** Its platform, if it is said where the host takes part or in its own files. */
export function systemOf(repository: Repository, host: SaidHost): string | undefined {
  const said = host.items.map(({ file, item }) => file.text(item));
  const folders = host.entries.flatMap((entry) => entry.split("/"));
  const own = rootsOf(repository, host)
    .flatMap(({ files }) => files)
    .flatMap((name) => repository.files.get(name) ?? [])
    .map(
      ({ bytes }) => /(?:hostPlatform[^;"]*|\bsystem\s*=\s*)"([\w-]+)"/u.exec(Buffer.from(bytes).toString())?.[0] ?? "",
    );
  const words = [...said, ...own].flatMap((text) => text.match(/[a-z0-9_]+-(?:linux|darwin)\b/gu) ?? []);
  return [...folders, ...words].find((word) => isSystem(word));
}
