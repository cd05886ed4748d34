/** What can be seen of an encrypted document without a key: for whom it is encrypted, and the names in it. */

import { METADATA_KEY } from "../document/format.ts";
import { sopsError } from "../error.ts";
import { itemsOf, memberOf, type Placed, readPlaced, type TextRange } from "./placed.ts";

export interface DocumentOutline {
  /** Of each group; there are several only if the key is shared by Shamir's scheme. */
  readonly groups: readonly (readonly DocumentKey[])[];
  /** Of the name of the metadata. */
  readonly metadata: TextRange;
  /** Whether a value has this path, with `/` between names. */
  readonly has: (path: string) => boolean;
  /** All names at the top. */
  readonly names: readonly string[];
}

export interface DocumentKey {
  /** As `.sops.yaml` calls it. */
  readonly kind: string;
  readonly id: string;
  readonly range: TextRange;
}

/** Of YAML and JSON. Throws a `SopsError` if the text is no document that SOPS has encrypted. */
export function outlineDocument(text: string): DocumentOutline {
  const [root] = readPlaced(text);
  const entry = root?.kind === "set" ? root.entries.find(({ key }) => key.text === METADATA_KEY) : undefined;
  if (root?.kind !== "set" || entry?.value.kind !== "set") throw sopsError("sops-no-metadata");
  const groups = itemsOf(memberOf(entry.value, "key_groups"));
  return {
    groups: groups.length > 0 ? groups.map(keysOf) : [keysOf(entry.value)],
    metadata: entry.key.range,
    has: (path) => hasPath(root, path.split("/")),
    names: root.entries.map(({ key }) => key.text).filter((name) => name !== METADATA_KEY),
  };
}

/** Names of lists of keys, how `.sops.yaml` calls them, and what names a key in them. */
const lists: readonly (readonly [string, string, string])[] = [
  ["age", "age", "recipient"],
  ["pgp", "pgp", "fp"],
  ["kms", "kms", "arn"],
  ["gcp_kms", "gcp_kms", "resource_id"],
  ["azure_kv", "azure_keyvault", "vault_url"],
  ["hc_vault", "hc_vault_transit_uri", "vault_address"],
  ["hckms", "hckms", "key_id"],
];

function keysOf(group: Placed): DocumentKey[] {
  return lists.flatMap(([list, kind, name]) =>
    itemsOf(memberOf(group, list)).flatMap((item): DocumentKey[] => {
      const id = memberOf(item, name);
      return id?.kind === "text" ? [{ kind, id: id.text, range: id.range }] : [];
    }),
  );
}

/** A number is a place in a list. */
function hasPath(value: Placed, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return true;
  const inner = value.kind === "list" ? value.items[Number(name)] : memberOf(value, name);
  return inner !== undefined && hasPath(inner, rest);
}
