/** References to flakes, and which of them lead to a flake of the same repository. */

import path from "node:path/posix";

/** Of a reference, as lock files have them. */
export type Attributes = Readonly<Record<string, unknown>>;

/** Where a repository is known to be: its folder, and the URLs of its remotes. */
export interface RepositoryPlace {
  readonly root: string;
  readonly remotes: readonly string[];
}

/** The folder of the flake that a flake in `folder` refers to. */
export function flakeWithin(
  original: Attributes,
  folder: string,
  { root, remotes }: RepositoryPlace,
  flakes: readonly string[],
): string | undefined {
  const { place, dir } = placeOf(original);
  const top = place === undefined ? undefined : folderOf(place, folder, root, remotes);
  if (top === undefined) return undefined;
  const found = path.join(top, dir).replace(/^\.$|\/$/u, "");
  return found !== folder && flakes.includes(found) ? found : undefined;
}

/** The folder of a source, relative to the repository. */
function folderOf(place: string, folder: string, root: string, remotes: readonly string[]): string | undefined {
  if (remotes.some((remote) => nameOfRemote(remote) === nameOfRemote(place))) return "";
  if (/^[\w+.-]+:/u.test(place)) return undefined;
  const full = path.resolve(root, folder, place);
  return full === root ? "" : full.startsWith(`${root}/`) ? path.relative(root, full) : undefined;
}

/** Where the source is, and the folder of the flake in it. */
function placeOf(original: Attributes): { readonly place: string | undefined; readonly dir: string } {
  const { type, url, path: local, owner, repo, host, dir } = original;
  const folder = text(dir) ?? "";
  if (type === "path" || (type === undefined && local !== undefined)) return { place: text(local), dir: folder };
  const forge = forges[text(type) ?? ""];
  if (forge !== undefined) return { place: `https://${text(host) ?? forge}/${text(owner)}/${text(repo)}`, dir: folder };
  if (url === undefined) return { place: undefined, dir: folder };
  return placeOfUrl(text(url) ?? "", folder);
}

const forges: Readonly<Record<string, string>> = { github: "github.com", gitlab: "gitlab.com", sourcehut: "git.sr.ht" };

/** `path:../x`, `./x`, `git+file:///fleet?dir=x`, `github:me/fleet?dir=x`, `git+ssh://git@host/fleet?dir=x` */
function placeOfUrl(url: string, dir: string): { readonly place: string | undefined; readonly dir: string } {
  const [, reference = "", query = ""] = /^([^?#]*)(?:\?([^#]*))?/u.exec(url)!;
  const folder = new URLSearchParams(query).get("dir") ?? dir;
  const [, scheme, rest = reference] = /^([a-z][a-z+]*):(.*)$/u.exec(reference) ?? [];
  if (scheme === undefined || scheme === "path") return { place: rest === "" ? undefined : rest, dir: folder };
  const forge = forges[scheme];
  if (forge !== undefined) {
    const [owner, repo] = rest.split("/");
    return { place: `https://${new URLSearchParams(query).get("host") ?? forge}/${owner}/${repo}`, dir: folder };
  }
  if (scheme === "git+file" || scheme === "file") return { place: rest.replace(/^\/\/(?=\/)/u, ""), dir: folder };
  return { place: `${scheme}:${rest}`, dir: folder };
}

/** `git@github.com:me/fleet.git` and `https://github.com/me/fleet` are one. */
function nameOfRemote(url: string): string | undefined {
  const [, host, name] =
    /^(?:[\w+.-]+:\/\/)?(?:[^@/]*@)?([^/:]+\.[^/:]+)(?::\d+)?[/:](.+?)(?:\.git)?\/?$/u.exec(url) ?? [];
  return host === undefined ? undefined : `${host.toLowerCase()}/${name!.replace(/^\/+|^~/u, "").toLowerCase()}`;
}

/** A reference as one types it. */
export function referenceText(original: Attributes): string | undefined {
  const { type, owner, repo, ref, rev, dir, url, id } = original;
  const query = dir === undefined ? "" : `?dir=${text(dir)}`;
  const version = text(ref) ?? text(rev);
  switch (type) {
    case "github":
    case "gitlab":
    case "sourcehut":
      return `${type}:${text(owner)}/${text(repo)}${version === undefined ? "" : `/${version}`}${query}`;
    case "indirect":
      return `${text(id)}${version === undefined ? "" : `/${version}`}`;
    case "path":
      return `path:${text(original["path"])}${query}`;
    case "git":
      return `git+${text(url)}${query}`;
    default:
      return text(url);
  }
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
