/** The roles and profiles of a host: what a fleet calls so, by its own options, or else by the folders of its files. */

import type { Switch } from "../details.ts";

const WORDS = ["roles", "profiles", "suites"] as const;

export type Roles = Readonly<Record<(typeof WORDS)[number], readonly string[]>>;

/**
 * A fleet with an option for each role imports the files of all of them, so its options say which the host has. Where there are
 * none, a role is a file, or a folder, in one of that name.
 */
export function rolesOf(switches: readonly Switch[], files: readonly string[]): Roles {
  const of = (word: string): string[] => {
    const on = switches.flatMap(({ name }) => behind(name.split("."), word));
    const found = on.length > 0 ? on : files.flatMap((file) => behind(file.replace(/\.nix$/u, "").split("/"), word));
    return [...new Set(found)].toSorted();
  };
  return { roles: of("roles"), profiles: of("profiles"), suites: of("suites") };
}

/** Whether an option is told of as a role, a profile or a suite. */
export function isRole(option: string): boolean {
  return WORDS.some((word) => behind(option.split("."), word).length > 0);
}

/** The part behind the word, which may be in the singular. */
function behind(parts: readonly string[], word: string): string[] {
  const at = parts.findIndex((part) => part === word || `${part}s` === word);
  return at < 0 ? [] : parts.slice(at + 1, at + 2).filter((part) => part !== "default");
}
