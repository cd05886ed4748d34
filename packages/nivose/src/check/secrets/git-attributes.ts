/** Files that Git encrypts on the way into the repository, as git-crypt and transcrypt have it do. */

import path from "node:path";
import type { Repository } from "../source/repository.ts";

export function encryptedPaths({ tracked, read }: Pick<Repository, "tracked" | "read">): (name: string) => boolean {
  const patterns: { readonly folder: string; readonly pattern: RegExp; readonly isEncrypted: boolean }[] = [];
  for (const file of tracked) {
    if (path.posix.basename(file) !== ".gitattributes") continue;
    const folder = path.posix.dirname(file) === "." ? "" : `${path.posix.dirname(file)}/`;
    for (const line of Buffer.from(read(file) ?? [])
      .toString()
      .split("\n")) {
      const [glob, ...attributes] = line.trim().split(/\s+/u);
      const filter = attributes.findLast((each) => /^[!-]?filter(?:=|$)/u.test(each));
      if (glob === undefined || glob.startsWith("#") || filter === undefined) continue;
      const isEncrypted = /^filter=(?:\S*crypt\S*|sops\S*|age\S*|gpg\S*|git-agecrypt|secret\S*)$/u.test(filter);
      patterns.push({ folder, pattern: patternOf(glob), isEncrypted });
    }
  }
  // the last one that fits counts
  return (name) =>
    patterns.findLast(({ folder, pattern }) => name.startsWith(folder) && pattern.test(name.slice(folder.length)))
      ?.isEncrypted === true;
}

/** A pattern without a slash is for names in all folders. */
function patternOf(glob: string): RegExp {
  const isName = !glob.replace(/\/$/u, "").includes("/");
  const body = glob
    .replace(/^\//u, "")
    .split(/(\*\*\/|\*\*|\*|\?)/u)
    .map((part) => wildcards[part] ?? part.replaceAll(/[.+^${}()|\\]/gu, String.raw`\$&`))
    .join("");
  return new RegExp(`^${isName ? "(?:.*/)?" : ""}${body}$`, "u");
}

const wildcards: Readonly<Record<string, string>> = { "**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]" };
