/** `path:/a/folder`. */

import { attributesAsQuery, type Attributes, requiredText } from "../attributes.ts";
import { FlakeReferenceError } from "../error.ts";
import { narHashOf, parseCount, type Scheme } from "../scheme.ts";
import { parameters, printUrl } from "../url.ts";

export const pathScheme: Scheme = {
  type: "path",
  feature: "flakes",
  allowedAttributes: new Set(["path", "rev", "revCount", "lastModified", "narHash"]),
  fromUrl(url) {
    if (url.scheme !== "path") return undefined;
    if (url.authority !== undefined && url.authority !== "") {
      throw new FlakeReferenceError(`path URL '${printUrl(url)}' should not have an authority ('${url.authority}')`);
    }
    const attributes = new Map<string, string | bigint>([
      ["type", "path"],
      ["path", url.path],
    ]);
    for (const [name, value] of parameters(url.query)) {
      if (name === "rev" || name === "narHash") attributes.set(name, value);
      else if (name === "revCount" || name === "lastModified") {
        const count = parseCount(value);
        if (count === undefined)
          throw new FlakeReferenceError(`path URL '${printUrl(url)}' has invalid parameter '${name}'`);
        attributes.set(name, count);
      } else throw new FlakeReferenceError(`path URL '${printUrl(url)}' has unsupported parameter '${name}'`);
    }
    return attributes;
  },
  fromAttributes(attributes) {
    requiredText(attributes, "path");
    return attributes;
  },
  toUrl(attributes) {
    const query = attributesAsQuery(attributes);
    for (const name of ["path", "type", "__final"]) query.delete(name);
    return { scheme: "path", path: requiredText(attributes, "path"), query, fragment: "" };
  },
  isLocked: (attributes: Attributes) => narHashOf(attributes) !== undefined,
};
