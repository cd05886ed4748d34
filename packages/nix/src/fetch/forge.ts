/** `github:`, `gitlab:` and `sourcehut:`: which commit a branch is at, and the archive of a commit. */

import type { Attributes } from "../flake/reference/index.ts";
import { fetchArchive } from "./archive.ts";
import { forgeHeaders } from "./credentials.ts";
import { FetchError } from "./error.ts";
import type { Fetched } from "./fetched.ts";
import { type Download, downloadText } from "./http.ts";
import { fetchMessages } from "./messages.ts";
import type { FetchOptions } from "./options.ts";

/** `source` is what the input is shown as. */
export async function fetchFromForge(attributes: Attributes, source: string, options: FetchOptions): Promise<Fetched> {
  const repository = repositoryOf(attributes);
  const get = (url: string): Download => {
    const headers = forgeHeaders(repository.type, repository.host, options.network, options.warn);
    return { url, headers, forge: repository.host };
  };
  const given = attributes.get("rev");
  const ref = String(attributes.get("ref") ?? "HEAD");
  const ask = (url: string): Promise<string> => downloadText(get(url), options);
  const rev = typeof given === "string" ? given : await commitOf(repository, ref, source, ask);
  const hasToken = Object.keys(get("").headers ?? {}).length > 0;
  const narHash = attributes.get("narHash");
  const {
    lastModified,
    narHash: found,
    place,
  } = await fetchArchive(
    {
      ...get(archiveUrl(repository, rev, hasToken)),
      source,
      narHash: typeof narHash === "string" ? narHash : undefined,
    },
    options,
  );
  const others = [...attributes].filter(([name]) => name !== "ref");
  return {
    attributes: new Map([...others, ["rev", rev], ["lastModified", BigInt(lastModified)], ["narHash", found]]),
    place,
  };
}

export interface Repository {
  readonly type: "github" | "gitlab" | "sourcehut";
  readonly host: string;
  readonly owner: string;
  readonly repo: string;
}

const usualHosts = { github: "github.com", gitlab: "gitlab.com", sourcehut: "git.sr.ht" };

function repositoryOf(attributes: Attributes): Repository {
  const type = attributes.get("type") as Repository["type"];
  const text = (name: string): string => Buffer.from(String(attributes.get(name)), "latin1").toString();
  return {
    type,
    host: attributes.has("host") ? text("host") : usualHosts[type],
    owner: text("owner"),
    repo: text("repo"),
  };
}

/** Without a token the public archives of GitHub are asked for, which are not counted. */
export function archiveUrl({ type, host, owner, repo }: Repository, rev: string, hasToken: boolean): string {
  switch (type) {
    case "github":
      if (host !== usualHosts.github) return `https://${host}/api/v3/repos/${owner}/${repo}/tarball/${rev}`;
      return hasToken
        ? `https://api.${host}/repos/${owner}/${repo}/tarball/${rev}`
        : `https://${host}/${owner}/${repo}/archive/${rev}.tar.gz`;
    case "gitlab":
      return `https://${host}/api/v4/projects/${owner}%2F${repo}/repository/archive.tar.gz?sha=${rev}`;
    case "sourcehut":
      return `https://${host}/${owner}/${repo}/archive/${rev}.tar.gz`;
  }
}

/** Where the commit of a branch or tag is told; of SourceHut, where that of all of them is. */
export function referenceUrl({ type, host, owner, repo }: Repository, ref: string): string {
  switch (type) {
    case "github":
      return host === usualHosts.github
        ? `https://api.${host}/repos/${owner}/${repo}/commits/${ref}`
        : `https://${host}/api/v3/repos/${owner}/${repo}/commits/${ref}`;
    case "gitlab":
      return `https://${host}/api/v4/projects/${owner}%2F${repo}/repository/commits?ref_name=${ref}`;
    case "sourcehut":
      return `https://${host}/${owner}/${repo}/info/refs`;
  }
}

type Ask = (url: string) => Promise<string>;

async function commitOf(repository: Repository, ref: string, source: string, ask: Ask): Promise<string> {
  const answer = await ask(referenceUrl(repository, ref));
  const nonsense = (reason: string): FetchError => new FetchError(fetchMessages["forge-answer"](source, reason));
  const commit =
    repository.type === "sourcehut"
      ? await commitInList(repository, ref, answer, ask)
      : commitInJson(repository.type, answer, nonsense);
  if (typeof commit !== "string") throw nonsense(`couldn't find ref '${ref}'`);
  if (!/^[0-9a-f]{40}$/iu.test(commit)) throw nonsense(`'${commit.slice(0, 80)}' is no commit`);
  return commit.toLowerCase();
}

function commitInJson(type: "github" | "gitlab", answer: string, nonsense: (reason: string) => FetchError): unknown {
  const json = parsed(answer);
  if (json === undefined) throw nonsense("the answer is no JSON");
  if (type === "github") return (json as { readonly sha?: unknown } | null)?.sha;
  if (Array.isArray(json) && json.length === 0)
    throw nonsense("No commits returned by GitLab API -- does the git ref really exist?");
  return Array.isArray(json) ? (json[0] as { readonly id?: unknown } | null)?.id : undefined;
}

/** A list of all branches and tags; which one is meant by nothing is told apart from it. */
async function commitInList(
  { host, owner, repo }: Repository,
  ref: string,
  list: string,
  ask: Ask,
): Promise<string | undefined> {
  const [, head] =
    ref === "HEAD" ? (/^(?:ref: *)?(\S+)/u.exec(await ask(`https://${host}/${owner}/${repo}/HEAD`)) ?? []) : [];
  const wanted = ref === "HEAD" ? [head] : [`refs/heads/${ref}`, `refs/tags/${ref}`];
  for (const line of list.split("\n")) {
    const [commit, name] = line.split(/\t+/u);
    if (name !== undefined && wanted.includes(name)) return commit;
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
