/** Tokens and passwords, as headers for one host. */

import type { NetworkSettings } from "./options.ts";

export type Headers = Readonly<Record<string, string>>;

/** The header with which a forge is asked; the host is the one that the input names. */
export function forgeHeaders(
  type: string,
  host: string,
  { accessTokens }: Pick<NetworkSettings, "accessTokens">,
  warn: (text: string) => void,
): Headers {
  const token = accessTokens.get(host);
  if (token === undefined) return {};
  if (type === "github") return { authorization: `token ${token}` };
  if (type === "sourcehut") return { authorization: `Bearer ${token}` };
  const colon = token.indexOf(":");
  const kind = colon < 0 ? token : token.slice(0, colon);
  const value = token.slice(colon + 1);
  if (kind === "OAuth2") return { authorization: `Bearer ${value}` };
  if (kind === "PAT") return { "private-token": value };
  // Nix shows what stands before the colon, which is the token itself if there is none
  warn(`Unrecognized GitLab token type${colon < 0 ? "" : ` ${kind}`}`);
  return colon > 0 && /^[\w-]+$/u.test(kind) ? { [kind.toLowerCase()]: value } : {};
}

/** `access-tokens`: `host=token`, with blanks between them. */
export function parseAccessTokens(words: readonly string[]): Map<string, string> {
  const tokens = new Map<string, string>();
  for (const word of words) {
    const equals = word.indexOf("=");
    if (equals >= 0) tokens.set(word.slice(0, equals), word.slice(equals + 1));
  }
  return tokens;
}

/** What a file of names and passwords says of a host. */
export function netrcHeaders(host: string, netrc: string | undefined): Headers {
  if (netrc === undefined) return {};
  const found = entriesOf(netrc).find(({ machine }) => machine === undefined || machine === host);
  if (found?.login === undefined) return {};
  return basic(found.login, found.password ?? "");
}

export function basic(login: string, password: string): Headers {
  return { authorization: `Basic ${Buffer.from(`${login}:${password}`).toString("base64")}` };
}

interface Entry {
  /** Nothing for `default`. */
  readonly machine: string | undefined;
  login?: string;
  password?: string;
}

function entriesOf(netrc: string): Entry[] {
  const entries: Entry[] = [];
  // a macro ends at the next empty line
  const words = wordsOf(netrc.replaceAll(/^\s*macdef[^]*?(?:\n\s*\n|$(?![^]))/gmu, ""));
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === "default") entries.push({ machine: undefined });
    else if (word === "machine") entries.push({ machine: words[++at] ?? "" });
    else if (word === "login" || word === "password") {
      const value = words[++at] ?? "";
      const entry = entries.at(-1);
      if (entry !== undefined) entry[word] = value;
    } else at += word === "account" ? 1 : 0;
  }
  return entries;
}

/** Words with blanks between them, some in quotes. A comment takes a line of its own. */
function wordsOf(text: string): string[] {
  const lines = text.split("\n").filter((line) => !line.trimStart().startsWith("#"));
  return [...lines.join("\n").matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/gsu)].map(([, quoted, plain]) =>
    quoted === undefined ? plain! : quoted.replaceAll(/\\(.)/gsu, (_, letter: string) => ESCAPES[letter] ?? letter),
  );
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };
