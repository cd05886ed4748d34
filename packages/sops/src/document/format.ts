/** The formats of documents: how a text becomes SOPS' tree, and a tree a text. */

import { sopsError } from "../error.ts";
import { Branch, Comment, type Entry, List, type Value } from "./tree.ts";
import type { MappingNode } from "../yaml/node.ts";
import { parseYaml } from "../yaml/parser.ts";
import { printYaml } from "./yaml-text.ts";
import { textOrBytes } from "../yaml/resolve.ts";
import { parseJson, printJson } from "./json-text.ts";
import { pathText } from "./walk.ts";
import { treeOfDocument, treeOfNode, writtenText } from "./yaml-tree.ts";

/** A binary document is a file of any kind, encrypted as one value within JSON. */
export type Format = "yaml" | "json" | "binary";

/** The key of the metadata. */
export const METADATA_KEY = "sops";
const BINARY_KEY = "data";

export interface EncryptedTree {
  readonly branches: readonly Branch[];
  /** The metadata with every scalar as its text, as it is written. */
  readonly metadata: Branch;
}

/** The format that SOPS takes for a file by the ending of its name. */
export function formatOf(path: string): Format {
  if (/\.ya?ml$/.test(path)) return "yaml";
  if (path.endsWith(".json")) return "json";
  const other = /\.(env|ini)$/.exec(path)?.[1];
  if (other !== undefined) throw sopsError("sops-format", other);
  return "binary";
}

export function readPlain(bytes: Uint8Array, format: Format): readonly Branch[] {
  if (format === "binary") return [new Branch([{ key: BINARY_KEY, value: textOrBytes(bytes) }])];
  const text = decodeText(bytes);
  const branches = format === "json" ? [parseJson(text)] : parseYaml(checked(text)).map(treeOfDocument);
  if (branches.length === 0) throw sopsError("sops-empty");
  for (const branch of branches) refuseDuplicates(branch, []);
  return branches;
}

export function printPlain(branches: readonly Branch[], format: Format): Uint8Array {
  const [first = new Branch([])] = branches;
  if (format === "yaml") return Buffer.from(printYaml(branches));
  if (format === "json") return Buffer.from(printJson(first));
  const entry = first.entries.find((each): each is Entry => !(each instanceof Comment) && each.key === BINARY_KEY);
  if (typeof entry?.value === "string") return Buffer.from(entry.value);
  if (entry?.value instanceof Uint8Array) return entry.value;
  throw sopsError("sops-not-binary");
}

export function readEncrypted(bytes: Uint8Array, format: Format): EncryptedTree {
  const text = decodeText(bytes);
  return format === "yaml" ? readEncryptedYaml(text) : readEncryptedJson(text);
}

/** The metadata stands at the end of every document of a file, as SOPS writes it. */
export function printEncrypted({ branches, metadata }: EncryptedTree, format: Format): string {
  const whole = branches.map(({ entries }) => new Branch([...entries, { key: METADATA_KEY, value: metadata }]));
  return format === "yaml" ? printYaml(whole) : printJson(whole[0] ?? new Branch([]));
}

function readEncryptedYaml(text: string): EncryptedTree {
  const documents = parseYaml(checked(text));
  const root = documents[0]?.root;
  const node = root?.kind === "mapping" ? metadataNode(root) : undefined;
  const metadata = node && treeOfNode(node, writtenText);
  if (!(metadata instanceof Branch)) throw sopsError("sops-no-metadata");
  return { branches: documents.map((document) => withoutMetadata(treeOfDocument(document))), metadata };
}

function metadataNode({ entries }: MappingNode): MappingNode["entries"][number]["value"] | undefined {
  return entries.find(({ key }) => key.kind === "scalar" && key.text === METADATA_KEY)?.value;
}

function readEncryptedJson(text: string): EncryptedTree {
  const branch = parseJson(text);
  const entry = branch.entries.find((each): each is Entry => !(each instanceof Comment) && each.key === METADATA_KEY);
  if (!(entry?.value instanceof Branch)) throw sopsError("sops-no-metadata");
  return { branches: [withoutMetadata(branch)], metadata: asTexts(entry.value) };
}

function asTexts(branch: Branch): Branch {
  const textOf = (value: Value): Value => {
    if (value instanceof Branch) return asTexts(value);
    return typeof value === "number" || typeof value === "boolean" ? String(value) : value;
  };
  return new Branch(
    branch.entries.map((entry) => (entry instanceof Comment ? entry : { key: entry.key, value: textOf(entry.value) })),
  );
}

function withoutMetadata(branch: Branch): Branch {
  return new Branch(branch.entries.filter((entry) => entry instanceof Comment || entry.key !== METADATA_KEY));
}

function decodeText(bytes: Uint8Array): string {
  const text = textOrBytes(bytes);
  if (typeof text !== "string") throw sopsError("sops-not-utf8");
  return text;
}

/** Of two values with one name, some programs would read the one and some the other. */
function refuseDuplicates(value: Value | Comment, keys: readonly string[]): void {
  if (value instanceof List) for (const item of value.items) refuseDuplicates(item, keys);
  if (!(value instanceof Branch)) return;
  const seen = new Set<string>();
  for (const entry of value.entries) {
    if (entry instanceof Comment) continue;
    const path = [...keys, entry.key];
    if (seen.has(entry.key)) throw sopsError("sops-duplicate", pathText(path));
    seen.add(entry.key);
    refuseDuplicates(entry.value, path);
  }
}

/** YAML allows no control characters. */
function checked(text: string): string {
  const bad = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(text);
  if (bad !== null) {
    const line = text.slice(0, bad.index).split("\n").length;
    throw sopsError("sops-yaml", line, "there is a control character");
  }
  return text;
}
