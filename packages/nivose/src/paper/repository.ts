/** Which public repository an input is, by whatever way it is fetched. */

import type { Attributes } from "../fleet/inputs/same-repository.ts";

export interface Repository {
  /** Nothing for a name that only a registry knows. */
  readonly owner: string | undefined;
  readonly name: string;
  /** Of the flake within the repository. */
  readonly folder?: string;
  /** A branch, a tag or the name of a channel. */
  readonly branch?: string;
}

/** `github:NixOS/nixpkgs` */
export function repositoryNamed(reference: string): Repository {
  const found = repositoryOf({ url: reference });
  if (found === undefined) throw new Error(`'${reference}' is no reference to a repository`);
  return found;
}

export function isRepository(a: Repository, b: Repository): boolean {
  return a.name === b.name && (a.owner === b.owner || a.owner === undefined || b.owner === undefined);
}

/** Of a reference as lock files have it, or as `flake.nix` has it. Nothing for a folder of this machine. */
export function repositoryOf(attributes: Attributes): Repository | undefined {
  const { type, id, owner, repo, ref, dir } = attributes;
  if (type === "indirect") return made(undefined, text(id), text(dir), text(ref));
  if (text(owner) !== undefined && text(repo) !== undefined) return made(text(owner), text(repo), text(dir), text(ref));
  const url = text(attributes["url"]);
  return url === undefined ? undefined : repositoryOfUrl(url, text(dir), text(ref));
}

function repositoryOfUrl(url: string, dir: string | undefined, ref: string | undefined): Repository | undefined {
  const [, reference = "", query = ""] = /^([^?#]*)(?:\?([^#]*))?/u.exec(url)!;
  const parameters = new URLSearchParams(query);
  const folder = parameters.get("dir") ?? dir;
  const branch = parameters.get("ref") ?? ref;
  const [, scheme, rest = reference] = /^([a-z][a-z+]*):(.*)$/u.exec(reference) ?? [];
  if (scheme === undefined || scheme === "flake") {
    const [id, named] = rest.split("/");
    return /^[a-zA-Z][\w-]*$/u.test(id!) ? made(undefined, id, folder, branch ?? named) : undefined;
  }
  if (scheme === "github" || scheme === "gitlab" || scheme === "sourcehut") {
    // some write `github:/NixOS/nixpkgs`
    const [owner, name, ...named] = rest.replace(/^\//u, "").split("/");
    return made(owner, name, folder, branch ?? (named.join("/") || undefined));
  }
  if (scheme === "path" || scheme.endsWith("file")) return undefined;
  return repositoryAt(rest.replace(/^\/\/(?:[^/@]*@)?/u, ""), folder, branch);
}

/** `github.com/me/fleet.git`, `channels.nixos.org/nixos-24.11/nixexprs.tar.xz` and the like. */
function repositoryAt(place: string, folder: string | undefined, branch: string | undefined): Repository | undefined {
  const [host = "", ...names] = place.split(/[/:]/u).filter((name) => name !== "");
  if (host.endsWith("nixos.org")) {
    const channel = names.find((name) => /^(?:nixos|nixpkgs)-/u.test(name)) ?? /\d\d\.\d\d/u.exec(place)?.[0];
    return made("NixOS", "nixpkgs", folder, branch ?? channel);
  }
  if (host.endsWith("flakehub.com")) {
    const [owner, name, version] = names.filter((each) => each !== "f" && each !== "pinned");
    return made(owner, name, folder, version === undefined ? undefined : withoutEnding(version));
  }
  const [owner, name, archive, ...rest] = names;
  const archived = archive === "archive" && rest.length > 0 ? withoutEnding(rest.at(-1)!) : undefined;
  return made(owner, name?.replace(/\.git$/u, ""), folder, branch ?? archived);
}

function withoutEnding(archive: string): string {
  return archive.replace(/\.(?:tar\.\w+|tgz|zip)$/u, "");
}

function made(
  owner: string | undefined,
  name: string | undefined,
  folder: string | undefined,
  branch: string | undefined,
): Repository | undefined {
  if (name === undefined || name === "") return undefined;
  return {
    owner: owner?.toLowerCase(),
    name: name.toLowerCase(),
    ...(folder === undefined ? {} : { folder }),
    ...(branch === undefined ? {} : { branch }),
  };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
