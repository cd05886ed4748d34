/** The state version of a new host: of the newest release that the hosts of its kind began with. */

import type { Repository } from "../../check/source/repository.ts";
import type { HostKind } from "../spec/fleet-spec.ts";
import { releaseOf } from "../../check/flakes/nixpkgs-release.ts";

export function stateVersionFor(repository: Repository, kind: HostKind): string | undefined {
  const isDarwin = kind === "darwin";
  const option = kind === "home" ? "home" : "system";
  const pattern = new RegExp(
    String.raw`\b${option}\.?\s*(?:=\s*\{[^}]*?)?\bstateVersion\s*=\s*[^;"\d]*"?([\d.]+)"?\s*;`,
    "gu",
  );
  const told = [...repository.files.values()]
    .filter((file) => file.mentions("stateVersion"))
    .flatMap(({ bytes }) => [...Buffer.from(bytes).toString().matchAll(pattern)].map((match) => match[1]!))
    .filter((version) => (isDarwin ? /^\d$/u : /^\d\d\.\d\d$/u).test(version));
  const releases = isDarwin ? [] : repository.flakes.flatMap(({ lock }) => lockedReleases(lock));
  return [...told, ...releases].toSorted().at(-1);
}

function lockedReleases(lock: Repository["flakes"][number]["lock"]): readonly string[] {
  const root = lock?.nodes?.[lock.root ?? "root"]?.inputs?.["nixpkgs"];
  const node = typeof root === "string" ? lock?.nodes?.[root] : undefined;
  const release = node?.original && releaseOf(node.original);
  return release === undefined ? [] : [release];
}
