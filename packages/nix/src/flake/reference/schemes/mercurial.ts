/** `hg+https://host/repo`: Mercurial repositories. */

import { type Attributes, requiredText, textAttribute } from "../attributes.ts";
import { badUrl } from "../error.ts";
import { branchPattern } from "../patterns.ts";
import { revisionOf, type Scheme } from "../scheme.ts";
import { parseUrl, printUrl } from "../url.ts";

const urlSchemes = new Set(["hg+http", "hg+https", "hg+ssh", "hg+file"]);

export const mercurialScheme: Scheme = {
  type: "hg",
  allowedAttributes: new Set(["url", "ref", "rev", "revCount", "narHash", "name"]),
  fromUrl(url, _isTree, surroundings) {
    if (!urlSchemes.has(url.scheme)) return undefined;
    const attributes = new Map([["type", "hg"]]);
    const others = new Map<string, string>();
    for (const [name, value] of url.query) (name === "rev" || name === "ref" ? attributes : others).set(name, value);
    attributes.set("url", printUrl({ ...url, scheme: url.scheme.slice("hg+".length), query: others }));
    return mercurialScheme.fromAttributes(attributes, surroundings);
  },
  fromAttributes(attributes, { warn }) {
    parseUrl(requiredText(attributes, "url"), warn);
    const ref = textAttribute(attributes, "ref");
    if (ref !== undefined && !branchPattern.test(ref)) throw badUrl(`invalid Mercurial branch/tag name '${ref}'`);
    return attributes;
  },
  toUrl(attributes, { warn }) {
    const url = parseUrl(requiredText(attributes, "url"), warn);
    const query = new Map(url.query);
    const rev = revisionOf(attributes);
    if (rev !== undefined) query.set("rev", rev);
    const ref = textAttribute(attributes, "ref");
    if (ref !== undefined) query.set("ref", ref);
    return { ...url, scheme: `hg+${url.scheme}`, query };
  },
  isLocked: (attributes: Attributes) => revisionOf(attributes) !== undefined,
};
