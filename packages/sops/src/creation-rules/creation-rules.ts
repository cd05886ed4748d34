/** `.sops.yaml`: for whom the files of a repository are encrypted, and which of their values. The first rule that fits holds. */

import { sopsError } from "../error.ts";
import { completeRules, type EncryptionRules, selectionOf } from "../document/selection.ts";
import { Branch, List, type Value, valueOf } from "../document/tree.ts";
import { treeOfNode, writtenText } from "../document/yaml-tree.ts";
import { compilePattern } from "../pattern/pattern.ts";
import { parseYaml } from "../yaml/parser.ts";
import { withMerges } from "./merge-keys.ts";

export interface CreationRule {
  /** Fits every path if it is empty. */
  readonly pathRegex: string;
  /** For each group the age recipients, and the names of the fields with keys of other kinds. */
  readonly groups: readonly KeyGroup[];
  readonly rules: EncryptionRules;
}

export interface KeyGroup {
  readonly recipients: readonly string[];
  readonly otherKinds: readonly string[];
}

/** How one file is encrypted. */
export interface Encryption {
  readonly recipients: readonly string[];
  readonly rules: EncryptionRules;
}

const otherFields = ["pgp", "kms", "gcp_kms", "azure_keyvault", "hc_vault_transit_uri", "hc_vault", "hckms"];

/** Reads the text of a `.sops.yaml`. What it says besides creation rules is left out. */
export function readCreationRules(text: string): readonly CreationRule[] {
  const root = parseYaml(text)[0]?.root;
  const config = root && withMerges(treeOfNode(root, writtenText));
  const list = config instanceof Branch ? valueOf(config, "creation_rules") : undefined;
  if (list === undefined || list === null) return [];
  if (!(list instanceof List)) throw sopsError("sops-config", "creation_rules");
  return list.items.map((item) => {
    if (!(item instanceof Branch)) throw sopsError("sops-config", "creation_rules");
    return readRule(item);
  });
}

/**
 * How a file is encrypted by the first rule that fits its path, which is relative to the folder of the `.sops.yaml` and
 * has `/` between its parts. Throws `sops-no-rule` if none fits, and if the rule asks for what Nivose cannot do.
 */
export function encryptionFor(creationRules: readonly CreationRule[], path: string): Encryption {
  const rule = creationRules.find(({ pathRegex }) => pathRegex === "" || compilePattern(pathRegex)(path));
  if (rule === undefined) throw sopsError("sops-no-rule", path);
  const [group, ...others] = rule.groups;
  if (others.length > 0) throw sopsError("sops-shamir-rule", path, rule.groups.length);
  const [otherKind] = group?.otherKinds ?? [];
  if (otherKind !== undefined) throw sopsError("sops-rule-key", path, otherKind);
  // a rule that cannot be used is told before anything is encrypted by it
  selectionOf(completeRules(rule.rules));
  return { recipients: group?.recipients ?? [], rules: rule.rules };
}

function readRule(branch: Branch): CreationRule {
  const groups = valueOf(branch, "key_groups");
  return {
    pathRegex: textIn(branch, "path_regex"),
    groups: groups instanceof List && groups.items.length > 0 ? groups.items.map(readGroup) : [readKeys(branch)],
    rules: {
      unencryptedSuffix: textIn(branch, "unencrypted_suffix"),
      encryptedSuffix: textIn(branch, "encrypted_suffix"),
      unencryptedRegex: textIn(branch, "unencrypted_regex"),
      encryptedRegex: textIn(branch, "encrypted_regex"),
      unencryptedCommentRegex: textIn(branch, "unencrypted_comment_regex"),
      encryptedCommentRegex: textIn(branch, "encrypted_comment_regex"),
      macOnlyEncrypted: textIn(branch, "mac_only_encrypted") === "true",
    },
  };
}

function readGroup(item: unknown): KeyGroup {
  if (!(item instanceof Branch)) throw sopsError("sops-config", "key_groups");
  const merged = valueOf(item, "merge");
  const inner = merged instanceof List ? merged.items.map(readGroup) : [];
  const own = readKeys(item);
  return {
    recipients: unique([...inner.flatMap(({ recipients }) => recipients), ...own.recipients]),
    otherKinds: unique([...inner.flatMap(({ otherKinds }) => otherKinds), ...own.otherKinds]),
  };
}

function readKeys(branch: Branch): KeyGroup {
  return {
    recipients: unique(namesIn(valueOf(branch, "age"))),
    otherKinds: otherFields.filter((name) => has(branch, name)),
  };
}

/** One text with commas, or a list of such texts. */
function namesIn(value: Value | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  if (typeof value === "string") {
    const names = value.split(",").map((name) => name.trim());
    return names.filter((name) => name !== "");
  }
  if (!(value instanceof List)) throw sopsError("sops-config", "age");
  return value.items.flatMap((item) => {
    if (typeof item !== "string") throw sopsError("sops-config", "age");
    return namesIn(item);
  });
}

function has(branch: Branch, name: string): boolean {
  const value = valueOf(branch, name);
  return value instanceof List ? value.items.length > 0 : typeof value === "string" && value.trim() !== "";
}

function textIn(branch: Branch, name: string): string {
  const value = valueOf(branch, name);
  if (value instanceof Branch || value instanceof List) throw sopsError("sops-config", name);
  return typeof value === "string" ? value : "";
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
