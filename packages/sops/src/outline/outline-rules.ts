/** `.sops.yaml` as it is written: its rules, groups and keys with their places, whatever they mean together. */

import { compilePattern } from "../pattern/pattern.ts";
import { itemsOf, memberOf, type Placed, type PlacedText, readPlaced, type TextRange } from "./placed.ts";

export interface RulesOutline {
  /** Keys with an anchor, by which rules name them. */
  readonly anchors: readonly PlacedText[];
  readonly rules: readonly RuleOutline[];
}

export interface RuleOutline {
  /** Of its first line. */
  readonly range: TextRange;
  /** Nothing if the rule is for all paths. */
  readonly pathRegex: PlacedText | undefined;
  /** Whether it is for a path; nothing if the pattern cannot be read. */
  readonly fits: (path: string) => boolean | undefined;
  /** As written below `key_groups`; one if the keys stand in the rule itself. */
  readonly groups: readonly GroupOutline[];
  /** Whether it says itself how many groups are needed. */
  readonly hasThreshold: boolean;
}

export interface GroupOutline {
  readonly range: TextRange;
  readonly keys: readonly KeyOutline[];
  /** The names of its members, as they are written. */
  readonly members: readonly PlacedText[];
}

export interface KeyOutline {
  /** `age`, `pgp`, `kms`, … */
  readonly kind: string;
  /** A recipient, a fingerprint without blanks, or what else names a key. */
  readonly id: string;
  readonly range: TextRange;
  readonly anchor: string | undefined;
}

/** Throws a `SopsError` if the text is no YAML. */
export function outlineRules(text: string): RulesOutline {
  const [root] = readPlaced(text);
  return {
    anchors: anchorsIn(memberOf(root, "keys")),
    rules: itemsOf(memberOf(root, "creation_rules")).map(outlineRule),
  };
}

function anchorsIn(value: Placed | undefined): PlacedText[] {
  if (value === undefined) return [];
  if (value.kind === "text") return value.anchor === undefined ? [] : [value];
  return value.kind === "list"
    ? value.items.flatMap(anchorsIn)
    : value.entries.flatMap((entry) => anchorsIn(entry.value));
}

function outlineRule(rule: Placed): RuleOutline {
  const regex = memberOf(rule, "path_regex");
  const pathRegex = regex?.kind === "text" && regex.text !== "" ? regex : undefined;
  const groups = itemsOf(memberOf(rule, "key_groups"));
  return {
    range: rule.range,
    pathRegex,
    fits: (path) => {
      if (pathRegex === undefined) return true;
      try {
        return compilePattern(pathRegex.text)(path);
      } catch {
        return undefined;
      }
    },
    groups: (groups.length > 0 ? groups : [rule]).map(outlineGroup),
    hasThreshold: memberOf(rule, "shamir_threshold") !== undefined,
  };
}

function outlineGroup(group: Placed): GroupOutline {
  const entries = group.kind === "set" ? group.entries : [];
  return {
    range: group.range,
    members: entries.map(({ key }) => key),
    keys: entries.flatMap(({ key, value }) => (key.text === "merge" ? mergedKeys(value) : keysIn(key.text, value))),
  };
}

function mergedKeys(value: Placed): readonly KeyOutline[] {
  return itemsOf(value).flatMap((group) => outlineGroup(group).keys);
}

const kinds: ReadonlySet<string> = new Set([
  "age",
  "pgp",
  "kms",
  "gcp_kms",
  "azure_keyvault",
  "hc_vault_transit_uri",
  "hc_vault",
  "hckms",
]);

function keysIn(kind: string, value: Placed): readonly KeyOutline[] {
  if (!kinds.has(kind)) return [];
  if (value.kind === "list") return value.items.flatMap((item) => keysIn(kind, item));
  if (value.kind === "set") return [{ kind, id: "", range: value.range, anchor: undefined }];
  const { range, anchor } = value;
  return value.text
    .split(",")
    .map((id) => (kind === "pgp" ? id.replaceAll(/\s/gu, "") : id.trim()))
    .filter((id) => id !== "")
    .map((id) => ({ kind, id, range, anchor }));
}
