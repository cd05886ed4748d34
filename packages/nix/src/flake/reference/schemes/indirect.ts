/** `nixpkgs` or `flake:nixpkgs/nixos-24.11`: a name that a registry knows. */

import { requiredText, textAttribute } from "../attributes.ts";
import { badUrl } from "../error.ts";
import { branchPattern, flakeIdPattern, revisionPattern } from "../patterns.ts";
import { revisionOf, type Scheme } from "../scheme.ts";
import { printUrl, type Url } from "../url.ts";

export const indirectScheme: Scheme = {
  type: "indirect",
  feature: "flakes",
  allowedAttributes: new Set(["id", "ref", "rev", "narHash"]),
  fromUrl(url) {
    if (url.scheme !== "flake") return undefined;
    const parts = url.path.split("/").filter((part) => part !== "");
    const { ref, rev } = branchAndRevision(url, parts);
    const id = checkedId(parts[0]!);
    const attributes = new Map([
      ["type", "indirect"],
      ["id", id],
    ]);
    if (rev !== undefined) attributes.set("rev", rev.toLowerCase());
    if (ref !== undefined) attributes.set("ref", ref);
    return attributes;
  },
  fromAttributes(attributes) {
    checkedId(requiredText(attributes, "id"));
    return attributes;
  },
  toUrl(attributes) {
    const parts = [requiredText(attributes, "id"), textAttribute(attributes, "ref"), revisionOf(attributes)];
    const path = parts.filter((part) => part !== undefined).join("/");
    return { scheme: "flake", path, query: new Map(), fragment: "" };
  },
  isLocked: () => false,
};

function branchAndRevision(url: Url, parts: readonly string[]): { readonly ref?: string; readonly rev?: string } {
  const [, second, third] = parts;
  if (parts.length === 1) return {};
  if (parts.length === 2) {
    if (revisionPattern.test(second!)) return { rev: second! };
    if (branchPattern.test(second!)) return { ref: second! };
    throw badUrl(`in flake URL '${printUrl(url)}', '${second}' is not a commit hash or branch/tag name`);
  }
  // so says Nix, though it has nothing to do with GitHub
  if (parts.length !== 3) throw badUrl(`GitHub URL '${printUrl(url)}' is invalid`);
  if (!branchPattern.test(second!))
    throw badUrl(`in flake URL '${printUrl(url)}', '${second}' is not a branch/tag name`);
  if (!revisionPattern.test(third!)) throw badUrl(`in flake URL '${printUrl(url)}', '${third}' is not a commit hash`);
  return { ref: second!, rev: third! };
}

function checkedId(id: string): string {
  if (!flakeIdPattern.test(id)) throw badUrl(`'${id}' is not a valid flake ID`);
  return id;
}
