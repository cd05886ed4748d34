/** Releases of nixpkgs: which one an input is of, and until when it is looked after. */

import type { Attributes } from "../../fleet/inputs/same-repository.ts";

/** Whether a source is nixpkgs itself. */
export function isNixpkgs({ owner, repo, url }: Attributes): boolean {
  if (typeof owner === "string" && typeof repo === "string") return /^nixos\/nixpkgs$/iu.test(`${owner}/${repo}`);
  return typeof url === "string" && /(?:github\.com\/nixos\/nixpkgs(?:\.git)?(?:$|[?/])|\/nixexprs\.tar\.)/iu.test(url);
}

/** `24.11` of `nixos-24.11`, `release-24.11`, `nixpkgs-24.11-darwin`; nothing of a branch that has no end. */
export function releaseOf({ ref, url }: Attributes): string | undefined {
  const [, ofBranch] =
    /^(?:nixos|nixpkgs|release)-(\d\d\.(?:05|11))(?:-(?:small|darwin|aarch64))?$/u.exec(String(ref)) ?? [];
  const [, ofChannel] = /\/(?:nixos|nixpkgs)-(\d\d\.(?:05|11))(?:-small|-darwin)?\//u.exec(String(url)) ?? [];
  return ofBranch ?? ofChannel;
}

/** Seconds since 1970. A release is looked after until a month behind the next one. */
export function endOfSupport(release: string): number {
  const [year, month] = release.split(".").map(Number) as [number, number];
  return (month === 5 ? Date.UTC(2000 + year, 11, 31) : Date.UTC(2001 + year, 5, 30)) / 1000;
}
