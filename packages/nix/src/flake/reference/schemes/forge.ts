/** `github:owner/repo`, and the same of GitLab and SourceHut: archives that a forge makes of a repository. */

import { parseHash, printHash } from "../../../store/index.ts";
import { requiredText, textAttribute } from "../attributes.ts";
import { badUrl, FlakeReferenceError } from "../error.ts";
import { branchPattern, hostPattern, revisionPattern } from "../patterns.ts";
import { narHashOf, revisionOf, type Scheme } from "../scheme.ts";
import { parameters, printUrl, type Url } from "../url.ts";

export const forgeSchemes: readonly Scheme[] = ["github", "gitlab", "sourcehut"].map(forgeScheme);

function forgeScheme(type: string): Scheme {
  return {
    type,
    feature: "flakes",
    allowedAttributes: new Set(["owner", "repo", "ref", "rev", "narHash", "lastModified", "host", "treeHash"]),
    fromUrl(url) {
      if (url.scheme !== type) return undefined;
      const parts = url.path.split("/").filter((part) => part !== "");
      const { ref, rev, host } = withParameters(url, branchOrRevision(url, parts));
      const attributes = new Map<string, string>([
        ["type", type],
        ["owner", parts[0]!],
        ["repo", parts[1]!],
      ]);
      const narHash = url.query.get("narHash");
      for (const [name, value] of Object.entries({ rev, ref, host, narHash })) {
        if (value !== undefined) attributes.set(name, value);
      }
      return attributes;
    },
    fromAttributes(attributes) {
      requiredText(attributes, "owner");
      requiredText(attributes, "repo");
      return attributes;
    },
    toUrl(attributes) {
      const owner = requiredText(attributes, "owner");
      const repo = requiredText(attributes, "repo");
      const ref = textAttribute(attributes, "ref");
      const rev = revisionOf(attributes);
      // an assertion that fails in Nix, which ends the process
      if (ref !== undefined && rev !== undefined) {
        throw new FlakeReferenceError(`an input of type '${type}' cannot have both 'ref' and 'rev'`);
      }
      const path = [owner, repo, ref, rev].filter((part) => part !== undefined).join("/");
      const narHash = narHashOf(attributes);
      const query = new Map(narHash === undefined ? [] : [["narHash", narHash]]);
      return { scheme: type, path, query, fragment: "" };
    },
    isLocked: (attributes) => revisionOf(attributes) !== undefined,
  };
}

interface Named {
  readonly ref?: string | undefined;
  readonly rev?: string | undefined;
  readonly host?: string | undefined;
}

function branchOrRevision(url: Url, parts: readonly string[]): Named {
  if (parts.length < 2) throw badUrl(`URL '${printUrl(url)}' is invalid`);
  if (parts.length === 2) return {};
  const named = parts.slice(2).join("/");
  if (parts.length === 3 && revisionPattern.test(named)) return { rev: named.toLowerCase() };
  if (branchPattern.test(named)) return { ref: named };
  const wanted = parts.length === 3 ? "commit hash or branch/tag name" : "branch/tag name";
  throw badUrl(`in URL '${printUrl(url)}', '${named}' is not a ${wanted}`);
}

function withParameters(url: Url, { ref, rev }: Named): Named {
  let host: string | undefined;
  for (const [name, value] of parameters(url.query)) {
    if (name === "rev") {
      if (rev !== undefined) throw badUrl(`URL '${printUrl(url)}' contains multiple commit hashes`);
      rev = printHash(parseHash(value, "sha1"), "base16");
    } else if (name === "ref") {
      if (!branchPattern.test(value)) throw badUrl(`URL '${printUrl(url)}' contains an invalid branch/tag name`);
      if (ref !== undefined) throw badUrl(`URL '${printUrl(url)}' contains multiple branch/tag names`);
      ref = value;
    } else if (name === "host") {
      if (!hostPattern.test(value)) throw badUrl(`URL '${printUrl(url)}' contains an invalid instance host`);
      host = value;
    }
  }
  if (ref !== undefined && rev !== undefined) {
    throw badUrl(`URL '${printUrl(url)}' contains both a commit hash and a branch/tag name ${ref} ${rev}`);
  }
  return { ref, rev, host };
}
