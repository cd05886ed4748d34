/** The keys with which a commit may be signed, of which a Git input names one or several. */

import { type Attributes, requiredText, textAttribute } from "../attributes.ts";
import { FlakeReferenceError } from "../error.ts";

interface PublicKey {
  readonly type: string;
  readonly key: string;
}

const USUAL_TYPE = "ssh-ed25519";

/** The parameters of a URL that name them. */
export function publicKeysOf(attributes: Attributes): (readonly [name: string, value: string])[] {
  const keys = attributes.has("publicKeys") ? listed(requiredText(attributes, "publicKeys")) : [];
  if (attributes.has("publicKey")) {
    const type = textAttribute(attributes, "keytype") ?? USUAL_TYPE;
    keys.push({ type, key: requiredText(attributes, "publicKey") });
  }
  const [first, ...others] = keys;
  if (first === undefined) return [];
  if (others.length > 0) return [["publicKeys", JSON.stringify(keys.map(({ type, key }) => ({ key, type })))]];
  return [
    ["keytype", first.type],
    ["publicKey", first.key],
  ];
}

function listed(json: string): PublicKey[] {
  const read = parsed(json);
  if (!Array.isArray(read)) throw new FlakeReferenceError("input attribute 'publicKeys' is not a list of keys");
  return read.map((each: { readonly type?: unknown; readonly key?: unknown }) => {
    if (typeof each?.key !== "string") throw new FlakeReferenceError("a key in 'publicKeys' lacks its 'key'");
    return { type: typeof each.type === "string" ? each.type : USUAL_TYPE, key: each.key };
  });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
