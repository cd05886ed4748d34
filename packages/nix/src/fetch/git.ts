/** `git:`: repositories that are somewhere else. */

import { existsSync, mkdirSync, rmSync } from "node:fs";
import { type Attributes, fixGitUrl, parseUrl, printUrl } from "../flake/reference/index.ts";
import { FetchError } from "./error.ts";
import type { Fetched } from "./fetched.ts";
import { runGit } from "./git-command.ts";
import { type CachedRepository, findCommit, type WantedCommit } from "./git-repository.ts";
import { fetchMessages } from "./messages.ts";
import type { FetchOptions } from "./options.ts";
import { shownUrl } from "./shown-url.ts";
import { Workplace } from "./workplace.ts";

export async function fetchGit(attributes: Attributes, options: FetchOptions): Promise<Fetched> {
  const wanted = wantedOf(attributes);
  const source = shownUrl(wanted.url);
  refuseUnsupported(attributes, source);
  const { repository, ref, rev } = await findCommit(wanted, options);
  if (!wanted.isShallow && (await repository.isShallow())) throw new FetchError(fetchMessages["git-shallow"](source));
  const narHash = text(attributes, "narHash");
  const work = new Workplace(source, options);
  try {
    const tree = `${work.folder}/tree`;
    options.onProgress({ source, step: "unpacking" });
    await checkOut(repository, rev, tree, work, options, {
      withSubmodules: attributes.get("submodules") === true,
      withoutIgnored: attributes.get("exportIgnore") === true,
    });
    const placed = work.place(Buffer.from(tree), narHash === "" ? undefined : narHash);
    const found = new Map(attributes).set("ref", ref).set("rev", rev).set("narHash", placed.narHash);
    found.set("lastModified", await timeOf(repository, rev));
    // of what is locked it was counted before, which may take a while
    if (!wanted.isShallow && !(found.has("revCount") && narHash !== undefined))
      found.set("revCount", BigInt((await repository.must(["rev-list", "--count", rev])).trim()));
    return { attributes: found, place: placed.place };
  } finally {
    work.end();
  }
}

function wantedOf(attributes: Attributes): WantedCommit {
  return {
    url: urlOf(text(attributes, "url") ?? ""),
    ref: text(attributes, "ref"),
    rev: text(attributes, "rev"),
    isShallow: attributes.get("shallow") === true,
    hasAllRefs: attributes.get("allRefs") === true,
  };
}

/** Git would take what is meant for Nix for a part of the name of a file. */
function urlOf(url: string): string {
  return url.startsWith("file:") ? printUrl({ ...parseUrl(url, () => {}), query: new Map() }) : url;
}

function text(attributes: Attributes, name: string): string | undefined {
  const value = attributes.get(name);
  return typeof value === "string" ? asText(value) : undefined;
}

/** Of bytes, one character each. */
function asText(bytes: string): string {
  return Buffer.from(bytes, "latin1").toString();
}

function refuseUnsupported(attributes: Attributes, source: string): void {
  const refuse = (reason: string): void => {
    throw new FetchError(fetchMessages["not-fetchable"](source, reason));
  };
  if (attributes.get("verifyCommit") ?? (attributes.has("publicKey") || attributes.has("publicKeys")))
    refuse("the signature of its commit would have to be verified");
  if (attributes.get("exportIgnore") === true && attributes.get("submodules") === true)
    refuse("exportIgnore and submodules are not supported together");
}

async function timeOf(repository: CachedRepository, rev: string): Promise<bigint> {
  return BigInt((await repository.must(["log", "-1", "--no-show-signature", "--format=%ct", rev])).trim());
}

interface CheckOutOptions {
  readonly withSubmodules: boolean;
  /** Without what `.gitattributes` marks with `export-ignore`. */
  readonly withoutIgnored: boolean;
}

async function checkOut(
  repository: CachedRepository,
  rev: string,
  folder: string,
  work: Workplace,
  options: FetchOptions,
  how: CheckOutOptions,
): Promise<void> {
  work.onDisk(() => mkdirSync(folder, { recursive: true }));
  const environment = { GIT_INDEX_FILE: `${work.folder}/index`, GIT_WORK_TREE: folder };
  await repository.must(["read-tree", rev], { environment });
  await repository.must(["-C", folder, "checkout-index", "--all", "--force"], { environment });
  if (how.withoutIgnored) await removeIgnored(repository, folder, environment);
  work.onDisk(() => rmSync(environment.GIT_INDEX_FILE, { force: true }));
  if (!how.withSubmodules) return;
  for (const { path, url, rev: wanted } of await submodulesOf(repository, rev)) {
    const module = urlOf(fixGitUrl(resolved(asText(url), await originOf(repository, options))));
    const commit = { url: module, ref: undefined, rev: wanted, isShallow: false, hasAllRefs: true };
    const found = await findCommit(commit, options);
    await checkOut(found.repository, found.rev, `${folder}/${asText(path)}`, work, options, how);
  }
}

async function removeIgnored(
  repository: CachedRepository,
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const files = (await repository.must(["ls-files", "-z"], { environment })).split("\0").filter(Boolean);
  // Nix does not know of folders that they are some here, so a pattern with a slash behind it is in vain
  const folders = new Set(files.flatMap((file) => [...file.matchAll(/\//gu)].map(({ index }) => file.slice(0, index))));
  const input = [...folders, ...files].map((path) => `${path}\0`).join("");
  const args = ["check-attr", "-z", "--stdin", "--cached", "export-ignore"];
  const fields = (await repository.must(args, { environment, input })).split("\0");
  for (let at = 0; at + 2 < fields.length; at += 3) {
    if (fields[at + 2] === "set")
      rmSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(fields[at]!, "latin1")]), {
        recursive: true,
        force: true,
      });
  }
}

/** To what URLs of submodules are relative: of a repository on this machine, where it was cloned from. */
async function originOf({ url }: CachedRepository, options: FetchOptions): Promise<string> {
  if (!url.startsWith("file:")) return url;
  const folder = parseUrl(url, () => {}).path;
  const { stdout } = await runGit(["-C", folder, "config", "--get", "remote.origin.url"], shownUrl(url), options);
  // of a bare one Nix has a clone of its own
  return existsSync(`${folder}/.git`) ? stdout.toString().trim() || url : url;
}

interface Submodule {
  readonly path: string;
  readonly url: string;
  readonly rev: string;
}

async function submodulesOf(repository: CachedRepository, rev: string): Promise<Submodule[]> {
  const commits = new Map<string, string>();
  let hasModules = false;
  for (const line of (await repository.must(["ls-tree", "-r", "-z", "--full-tree", rev])).split("\0")) {
    const [, mode, object, path = ""] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/su.exec(line) ?? [];
    if (mode === "160000") commits.set(path, object!);
    hasModules ||= path === ".gitmodules";
  }
  if (!hasModules) return [];
  const pattern = "^submodule\\..*\\.(path|url)$";
  const { stdout } = await repository.run(["config", "-z", "--blob", `${rev}:.gitmodules`, "--get-regexp", pattern]);
  const values = new Map<string, string>();
  for (const entry of stdout.toString("latin1").split("\0")) {
    const end = entry.indexOf("\n");
    if (end > 0 && !values.has(entry.slice(0, end))) values.set(entry.slice(0, end), entry.slice(end + 1));
  }
  return [...values].flatMap(([key, path]) => {
    const commit = key.endsWith(".path") ? commits.get(path) : undefined;
    return commit === undefined ? [] : [{ path, url: values.get(key.replace(/path$/u, "url")) ?? "", rev: commit }];
  });
}

/** The URL of a submodule may be relative to that of its repository. */
export function resolved(url: string, origin: string): string {
  if (!url.startsWith("./") && !url.startsWith("../")) return url;
  let base = origin.replace(/\/+$/u, "");
  let rest = url;
  for (;;) {
    if (rest.startsWith("./")) rest = rest.slice(2);
    else if (rest.startsWith("../")) {
      rest = rest.slice(3);
      base = base.replace(/\/[^/]*$/u, "");
    } else return `${base}/${rest}`;
  }
}
