/** `git+https://host/repo`, `git+ssh:`, `git+file:`, `git:`: Git repositories. */

import { type Attribute, type Attributes, booleanAttribute, requiredText, textAttribute } from "../attributes.ts";
import { badUrl } from "../error.ts";
import { badGitBranchPattern } from "../patterns.ts";
import { requireFeature, revisionOf, type Scheme } from "../scheme.ts";
import { fixGitUrl, parseUrl, printUrl } from "../url.ts";
import { publicKeysOf } from "./public-keys.ts";

const urlSchemes = new Set(["git", "git+http", "git+https", "git+ssh", "git+file"]);
const texts = new Set(["rev", "ref", "keytype", "publicKey", "publicKeys"]);
const switches = new Set(["shallow", "submodules", "exportIgnore", "allRefs", "verifyCommit"]);
const verified = ["verifyCommit", "keytype", "publicKey", "publicKeys"];

export const gitScheme: Scheme = {
  type: "git",
  allowedAttributes: new Set([
    ...texts,
    ...switches,
    ..."url lastModified revCount narHash name dirtyRev dirtyShortRev".split(" "),
  ]),
  fromUrl(url, _isTree, surroundings) {
    if (!urlSchemes.has(url.scheme)) return undefined;
    const attributes = new Map<string, Attribute>([["type", "git"]]);
    const others = new Map<string, string>();
    for (const [name, value] of url.query) {
      if (texts.has(name)) attributes.set(name, value);
      else if (switches.has(name)) attributes.set(name, value === "1");
      else others.set(name, value);
    }
    attributes.set("url", printUrl({ ...url, scheme: url.scheme.replace(/^git\+/, ""), query: others }));
    return gitScheme.fromAttributes(attributes, surroundings);
  },
  fromAttributes(attributes, surroundings) {
    if (verified.some((name) => attributes.has(name))) requireFeature("verified-fetches", surroundings);
    booleanAttribute(attributes, "verifyCommit");
    const ref = textAttribute(attributes, "ref");
    if (ref !== undefined && badGitBranchPattern.test(ref)) throw badUrl(`invalid Git branch/tag name '${ref}'`);
    const url = fixGitUrl(requiredText(attributes, "url"));
    parseUrl(url, surroundings.warn);
    for (const name of ["shallow", "submodules", "allRefs"]) booleanAttribute(attributes, name);
    return new Map([...attributes, ["url", url]]);
  },
  toUrl(attributes, { warn }) {
    const url = parseUrl(requiredText(attributes, "url"), warn);
    const query = new Map(url.query);
    const rev = revisionOf(attributes);
    if (rev !== undefined) query.set("rev", rev);
    const ref = textAttribute(attributes, "ref");
    if (ref !== undefined) query.set("ref", ref);
    for (const name of ["shallow", "submodules", "exportIgnore", "verifyCommit"]) {
      if (booleanAttribute(attributes, name) === true) query.set(name, "1");
    }
    for (const [name, value] of publicKeysOf(attributes)) query.set(name, value);
    return { ...url, scheme: url.scheme === "git" ? "git" : `git+${url.scheme}`, query };
  },
  isLocked: (attributes: Attributes) => revisionOf(attributes) !== undefined,
};
