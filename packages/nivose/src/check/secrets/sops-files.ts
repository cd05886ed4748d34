/** What a repository has of SOPS: its `.sops.yaml` files, the documents that are encrypted, and which rule is for which. */

import path from "node:path";
import type { Range } from "@nivose/nix/message";
import {
  type DocumentOutline,
  outlineDocument,
  outlineRules,
  type RuleOutline,
  type RulesOutline,
  type TextRange,
} from "@nivose/sops";
import type { Place } from "../finding.ts";
import type { Repository } from "../source/repository.ts";

export interface SopsFiles {
  readonly configs: readonly SopsConfig[];
  readonly documents: ReadonlyMap<string, SopsDocument>;
}

export interface SopsConfig extends RulesOutline {
  readonly file: string;
  readonly text: string;
  /** With a slash at its end, or empty. */
  readonly folder: string;
  readonly at: (range: TextRange) => Place;
}

export interface SopsDocument extends DocumentOutline {
  readonly file: string;
  readonly at: (range: TextRange) => Place;
  /** Whether names can be looked up in it: a binary one has a single value. */
  readonly hasNames: boolean;
}

/** What cannot be read is left out: others tell of it. */
export function sopsFiles(repository: Repository): SopsFiles {
  const known = read.get(repository);
  if (known !== undefined) return known;
  const names = [...repository.tracked, ...repository.untracked];
  const found: SopsFiles = {
    configs: names.flatMap((file) => (path.posix.basename(file) === ".sops.yaml" ? readConfig(file, repository) : [])),
    documents: new Map(names.flatMap((file) => readDocument(file, repository).map((it) => [file, it]))),
  };
  read.set(repository, found);
  return found;
}

const read = new WeakMap<Repository, SopsFiles>();

/** The rules for a file; nothing if there are several `.sops.yaml` above it: which one counts depends on where SOPS is called. */
export function configFor(file: string, { configs }: SopsFiles): SopsConfig | undefined {
  const above = configs.filter(({ folder }) => file.startsWith(folder));
  return above.length === 1 ? above[0] : undefined;
}

/** The rule that counts for a file; nothing if it cannot be told, because a pattern cannot be read. */
export function ruleFor(file: string, { rules, folder }: SopsConfig): RuleOutline | "none" | undefined {
  for (const rule of rules) {
    const fits = rule.fits(file.slice(folder.length));
    if (fits === undefined) return undefined;
    if (fits) return rule;
  }
  return "none";
}

/** A key as people know it: by its anchor, or by how it begins. */
export function keyName({ id, anchor }: { readonly id: string; readonly anchor?: string | undefined }): string {
  return anchor ?? (id.length > SHOWN ? `${id.slice(0, SHOWN)}…` : id);
}

const SHOWN = 16;

function readConfig(file: string, { read: readFile }: Repository): SopsConfig[] {
  const bytes = readFile(file);
  if (bytes === undefined) return [];
  const text = Buffer.from(bytes).toString();
  try {
    const folder = path.posix.dirname(file) === "." ? "" : `${path.posix.dirname(file)}/`;
    return [{ ...outlineRules(text), file, text, folder, at: placesIn(file, text) }];
  } catch {
    return [];
  }
}

/** Larger ones are files of another kind, encrypted as a whole. */
const LARGEST = 1024 * 1024;

function readDocument(file: string, { read: readFile }: Repository): SopsDocument[] {
  if (foreign.test(file)) return [];
  const bytes = readFile(file);
  if (bytes === undefined || bytes.length > LARGEST) return [];
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!buffer.includes("ENC[AES256_GCM,") || !buffer.includes("sops")) return [];
  const text = buffer.toString();
  try {
    const outline = outlineDocument(text);
    const isBinary = !/\.(?:ya?ml|json)$/u.test(file) || (outline.names.length === 1 && outline.names[0] === "data");
    return [{ ...outline, file, at: placesIn(file, text), hasNames: !isBinary }];
  } catch {
    return [];
  }
}

const foreign = /\.(?:nix|md|png|jpe?g|gif|svg|webp|ttf|otf|woff2?|sh|py|lua|toml|lock|age|gpg|pub|css|scss)$/iu;

/** Ranges of a finding count bytes. */
function placesIn(file: string, text: string): (range: TextRange) => Place {
  const offset = (index: number): number => Buffer.byteLength(text.slice(0, index));
  return ({ start, end }) => {
    const range: Range = { start: offset(start), end: offset(end) };
    return { file, range };
  };
}
