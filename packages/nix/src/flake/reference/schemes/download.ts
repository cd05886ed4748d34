/** `https://host/a.tar.gz`, `file+https:`, `tarball+file:`: a file that is taken as it is, or unpacked. */

import { type Attribute, type Attributes, requiredText } from "../attributes.ts";
import { narHashOf, parseCount, type Scheme } from "../scheme.ts";
import { parseUrl, printUrl, splitScheme, type Url } from "../url.ts";

const transports = new Set(["file", "http", "https"]);
const allowedAttributes: ReadonlySet<string> = new Set(
  "type url narHash name unpack rev revCount lastModified".split(" "),
);

/** Without a word in its scheme, a URL is unpacked if a tree is wanted, or if its name says that it can be. */
export const fileScheme = downloadScheme("file", (url, isTree) => !isTree && !hasArchiveName(url));
export const tarballScheme = downloadScheme("tarball", (url, isTree) => isTree || hasArchiveName(url));

function downloadScheme(type: string, isMeant: (url: Url, isTree: boolean) => boolean): Scheme {
  return {
    type,
    allowedAttributes,
    fromUrl(url, isTree) {
      const { application, transport } = splitScheme(url.scheme);
      if (!transports.has(transport)) return undefined;
      if (application === undefined ? !isMeant(url, isTree) : application !== type) return undefined;
      const attributes = new Map<string, Attribute>();
      for (const name of ["narHash", "rev"]) {
        const value = url.query.get(name);
        if (value !== undefined) attributes.set(name, value);
      }
      for (const name of ["revCount", "lastModified"]) {
        const count = parseCount(url.query.get(name) ?? "");
        if (count !== undefined) attributes.set(name, count);
      }
      // the others are for the server
      const query = new Map([...url.query].filter(([name]) => !allowedAttributes.has(name)));
      attributes.set("type", type);
      attributes.set("url", printUrl({ ...url, scheme: transport, query }));
      return attributes;
    },
    fromAttributes: (attributes) => attributes,
    toUrl(attributes, { warn }) {
      const url = parseUrl(requiredText(attributes, "url"), warn);
      const narHash = narHashOf(attributes);
      return narHash === undefined ? url : { ...url, query: new Map([...url.query, ["narHash", narHash]]) };
    },
    isLocked: (attributes: Attributes) => narHashOf(attributes) !== undefined,
  };
}

function hasArchiveName({ path }: Url): boolean {
  return /\.(?:zip|tar|tgz|tar\.(?:gz|xz|bz2|zst))$/.test(path);
}
