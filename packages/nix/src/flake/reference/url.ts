/** URLs as Nix reads and prints them: nearly RFC 3986, with its own leniencies. */

import { badUrl } from "./error.ts";
import { urlPattern } from "./patterns.ts";
import { percentDecode, percentEncode } from "./percent.ts";

export interface Url {
  readonly scheme: string;
  /** What stands between `//` and the path; `undefined` if there is no `//`. */
  readonly authority?: string | undefined;
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly fragment: string;
}

/** Who is told what Nix only warns about. */
export type Warn = (text: string) => void;

export function parseUrl(text: string, warn: Warn): Url {
  const match = urlPattern.exec(text);
  if (match === null) throw badUrl(`'${text}' is not a valid URL`);
  const [, scheme = "", authority, behind, alone = "", query = "", fragment = ""] = match;
  const isFile = splitScheme(scheme).transport === "file";
  if (isFile && authority !== undefined && authority !== "") {
    throw badUrl(`file:// URL '${text}' has unexpected authority '${authority}'`);
  }
  const path = behind ?? alone;
  return {
    scheme,
    authority,
    path: percentDecode(isFile && path === "" ? "/" : path),
    query: parseQuery(query, warn),
    fragment: percentDecode(fragment),
  };
}

export function printUrl({ scheme, authority, path, query, fragment }: Url): string {
  let text = `${scheme}:`;
  if (authority !== undefined) text += `//${authority}`;
  text += percentEncode(path, ":@/");
  if (query.size > 0) text += `?${printQuery(query)}`;
  if (fragment !== "") text += `#${percentEncode(fragment)}`;
  return text;
}

/** `tarball+https`: what is done with the file, and how it is got. */
export function splitScheme(scheme: string): { readonly application?: string; readonly transport: string } {
  const plus = scheme.indexOf("+");
  return plus < 0 ? { transport: scheme } : { application: scheme.slice(0, plus), transport: scheme.slice(plus + 1) };
}

/** The first of several values counts. Names are taken as they are. */
export function parseQuery(text: string, warn: Warn): Map<string, string> {
  const query = new Map<string, string>();
  for (const part of text.split("&")) {
    if (part === "") continue;
    const equals = part.indexOf("=");
    if (equals < 0) {
      warn(`dubious URI query '${part}' is missing equal sign '=', ignoring`);
      continue;
    }
    const value = percentDecode(part.slice(equals + 1));
    if (!query.has(part.slice(0, equals))) query.set(part.slice(0, equals), value);
  }
  return query;
}

/** The parameters of a query in the order in which Nix goes through them. */
export function parameters(query: ReadonlyMap<string, string>): (readonly [name: string, value: string])[] {
  return [...query].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** A URL of Git as a real one: `git@host:path` and paths are meant, too. */
export function fixGitUrl(text: string): string {
  const remote = text.startsWith("/") ? null : /^([^/]*)@(.*):(.*)$/.exec(text);
  if (remote !== null) return `ssh://${remote[1]}@${remote[2]}/${remote[3]}`;
  if (text.startsWith("file:") || text.includes("://")) return text;
  return printUrl({ scheme: "file", authority: "", path: text, query: new Map(), fragment: "" });
}

function printQuery(query: ReadonlyMap<string, string>): string {
  const inQuery = ":@/?";
  return parameters(query)
    .map(([name, value]) => `${percentEncode(name, inQuery)}=${percentEncode(value, inQuery)}`)
    .join("&");
}
