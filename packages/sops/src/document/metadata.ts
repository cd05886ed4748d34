/**
 * What SOPS writes below `sops:`: for whom the data key is encrypted, which rules hold, and the code that authenticates
 * the document. Keys of other kinds than age are kept as they are.
 */

import { sopsError } from "../error.ts";
import { Branch, Comment, type Entry, List, type Value, valueOf } from "./tree.ts";
import { type EncryptionRules, completeRules } from "./selection.ts";

export interface Metadata {
  readonly keys: readonly AgeKey[];
  /** Keys of other kinds by the names of their lists, in the form in which they stand there. */
  readonly otherKeys: ReadonlyMap<string, List>;
  readonly shamirThreshold: number;
  readonly lastModified: string;
  readonly mac: string;
  readonly rules: EncryptionRules;
  readonly version: string;
  /** Parts that SOPS 3.9 does not know, as they stand there. */
  readonly unknown: readonly Entry[];
}

/** The data key, encrypted for one recipient. */
export interface AgeKey {
  readonly recipient: string;
  /** An age file in its armour. */
  readonly encrypted: string;
}

/** The lists of keys of a document, in the order in which SOPS 3.9 writes them, and the names within their entries. */
const keyLists: ReadonlyMap<string, readonly string[]> = new Map([
  ["kms", ["arn", "role", "context", "created_at", "enc", "aws_profile"]],
  ["gcp_kms", ["resource_id", "created_at", "enc"]],
  ["hckms", ["key_id", "created_at", "enc"]],
  ["azure_kv", ["vault_url", "name", "version", "created_at", "enc"]],
  ["hc_vault", ["vault_address", "engine_path", "key_name", "created_at", "enc"]],
  ["age", ["recipient", "enc"]],
  ["pgp", ["created_at", "enc", "fp"]],
]);

const ruleNames = [
  ["unencrypted_suffix", "unencryptedSuffix"],
  ["encrypted_suffix", "encryptedSuffix"],
  ["unencrypted_regex", "unencryptedRegex"],
  ["encrypted_regex", "encryptedRegex"],
  ["unencrypted_comment_regex", "unencryptedCommentRegex"],
  ["encrypted_comment_regex", "encryptedCommentRegex"],
] as const;

const known: ReadonlySet<string> = new Set([
  ...keyLists.keys(),
  ...ruleNames.map(([name]) => name),
  "shamir_threshold",
  "key_groups",
  "lastmodified",
  "mac",
  "mac_only_encrypted",
  "version",
]);

/** Lists that SOPS 3.9 does not know, and writes only if there is something in them. */
const newerLists: ReadonlySet<string> = new Set(["hckms"]);

/** Reads the metadata. Throws `sops-metadata` if a part is missing, and `sops-shamir` if the key is in several parts. */
export function readMetadata(branch: Branch): Metadata {
  const lists = keyListsOf(branch);
  const age = lists.get("age");
  const macOnlyEncrypted = valueOf(branch, "mac_only_encrypted") === "true";
  const rules = Object.fromEntries(ruleNames.map(([name, rule]) => [rule, textAt(branch, name) ?? ""]));
  return {
    keys: age?.items.map(ageKey) ?? [],
    otherKeys: new Map([...lists].filter(([name]) => name !== "age")),
    shamirThreshold: Number(textAt(branch, "shamir_threshold") ?? 0),
    lastModified: timeText(textAt(branch, "lastmodified") ?? ""),
    mac: textAt(branch, "mac") ?? "",
    rules: completeRules({ ...rules, macOnlyEncrypted }),
    version: textAt(branch, "version") ?? "",
    unknown: branch.entries.filter((entry): entry is Entry => !(entry instanceof Comment) && !known.has(entry.key)),
  };
}

/** The metadata as SOPS 3.9 writes it: lists without entries are empty in YAML, and null in JSON. */
export function printMetadata(metadata: Metadata, emptyList: Value): Branch {
  const { rules } = metadata;
  const list = (name: string): Entry => {
    const items = name === "age" ? metadata.keys.map(printAgeKey) : (metadata.otherKeys.get(name)?.items ?? []);
    return { key: name, value: items.length === 0 ? emptyList : new List(items) };
  };
  const optional = (key: string, value: Value | undefined): Entry[] =>
    value === undefined || value === "" ? [] : [{ key, value }];
  const names = [...keyLists.keys()].filter((name) => !newerLists.has(name) || metadata.otherKeys.has(name));
  return new Branch([
    ...optional("shamir_threshold", metadata.shamirThreshold > 0 ? BigInt(metadata.shamirThreshold) : undefined),
    ...names.filter((name) => name !== "pgp").map(list),
    { key: "lastmodified", value: metadata.lastModified },
    { key: "mac", value: metadata.mac },
    list("pgp"),
    ...ruleNames.flatMap(([name, rule]) => optional(name, rules[rule])),
    ...optional("mac_only_encrypted", rules.macOnlyEncrypted === true ? true : undefined),
    ...metadata.unknown,
    { key: "version", value: metadata.version },
  ]);
}

function keyListsOf(branch: Branch): ReadonlyMap<string, List> {
  const direct = listsIn(branch);
  if (direct.size > 0) return direct;
  const groups = valueOf(branch, "key_groups");
  const parts = groups instanceof List ? groups.items.filter((group) => group instanceof Branch) : [];
  if (parts.length > 1) throw sopsError("sops-shamir", parts.length);
  return parts[0] === undefined ? direct : listsIn(parts[0]);
}

function listsIn(branch: Branch): Map<string, List> {
  const lists = new Map<string, List>();
  for (const [name, order] of keyLists) {
    const list = valueOf(branch, name);
    if (!(list instanceof List) || list.items.length === 0) continue;
    lists.set(name, new List(list.items.filter((item) => item instanceof Branch).map((item) => inOrder(item, order))));
  }
  return lists;
}

function inOrder(branch: Branch, names: readonly string[]): Branch {
  const rank = (entry: Entry): number => {
    const index = names.indexOf(entry.key);
    return index === -1 ? names.length : index;
  };
  const entries = branch.entries.filter((entry): entry is Entry => !(entry instanceof Comment));
  return new Branch(entries.toSorted((a, b) => rank(a) - rank(b)));
}

function ageKey(item: Value | Comment): AgeKey {
  const recipient = item instanceof Branch ? textAt(item, "recipient") : undefined;
  const encrypted = item instanceof Branch ? textAt(item, "enc") : undefined;
  if (recipient === undefined || encrypted === undefined) throw sopsError("sops-metadata", "an entry of age");
  return { recipient, encrypted };
}

function printAgeKey({ recipient, encrypted }: AgeKey): Branch {
  return new Branch([
    { key: "recipient", value: recipient },
    { key: "enc", value: encrypted },
  ]);
}

function textAt(branch: Branch, key: string): string | undefined {
  const value = valueOf(branch, key);
  return typeof value === "string" ? value : undefined;
}

/** A time as SOPS writes it, which is how it enters the code: without parts of a second, and UTC as `Z`. */
function timeText(text: string): string {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[-+]\d\d:\d\d)$/.exec(text);
  if (match === null) throw sopsError("sops-metadata", "lastmodified");
  const [, time = "", zone = ""] = match;
  return time + (/^[-+]00:00$/.test(zone) ? "Z" : zone);
}
