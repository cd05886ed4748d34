/**
 * What can be done with a document: it is encrypted, decrypted, changed, and given to others. Each takes a text and gives
 * a text; the clock and randomness come in; and nothing is given out before the whole document has been authenticated.
 */

import { timingSafeEqual } from "node:crypto";
import type { Identity } from "../age/keys.ts";
import type { Random } from "../age/primitives.ts";
import { sopsError } from "../error.ts";
import { type Branch, Comment, List } from "./tree.ts";
import { textOrBytes } from "../yaml/resolve.ts";
import { decryptContent, encryptContent, Stash } from "./cipher.ts";
import { DATA_KEY_SIZE, unwrapDataKey, wrapDataKey } from "./data-key.ts";
import { decryptBranches, encryptBranches } from "./encryption.ts";
import { type Format, METADATA_KEY, printEncrypted, printPlain, readEncrypted, readPlain } from "./format.ts";
import { type Metadata, printMetadata, readMetadata } from "./metadata.ts";
import { completeRules, type EncryptionRules } from "./selection.ts";
import { setAt, type NewValue, type ValuePath } from "./set-value.ts";

/** The version of SOPS whose documents these are. */
export const SOPS_VERSION = "3.9.4";

export interface EncryptRequest {
  /** The plain document. */
  readonly text: string | Uint8Array;
  readonly format: Format;
  /** Who can decrypt it: age recipients, `age1…`. */
  readonly recipients: readonly string[];
  readonly rules?: EncryptionRules;
  readonly random: Random;
  readonly now: Date;
}

/** An encrypted document, and who wants to read it. */
export interface DecryptRequest {
  readonly text: string;
  readonly format: Format;
  readonly identities: readonly Identity[];
}

/** An encrypted document that is to be encrypted again. */
export interface ChangeRequest extends DecryptRequest {
  readonly random: Random;
  readonly now: Date;
}

/** Encrypts a plain document. */
export function encryptDocument({ text, format, recipients, rules = {}, random, now }: EncryptRequest): string {
  const branches = withoutMetadata(readPlain(Buffer.from(text), format));
  const dataKey = random(DATA_KEY_SIZE);
  const metadata: Metadata = {
    keys: wrapDataKey(dataKey, recipients, random),
    otherKeys: new Map(),
    shamirThreshold: 0,
    lastModified: "",
    mac: "",
    rules: completeRules(rules),
    version: SOPS_VERSION,
    unknown: [],
  };
  return encrypted({ branches, metadata, dataKey }, { format, random, now });
}

/** The plain document as text. Throws `sops-not-text` if it is a binary one that is no text. */
export function decryptDocument(request: DecryptRequest): string {
  const text = textOrBytes(decryptToBytes(request));
  if (typeof text !== "string") throw sopsError("sops-not-text");
  return text;
}

/** The plain document. Throws unless every part of it is as it was encrypted. */
export function decryptToBytes(request: DecryptRequest): Uint8Array {
  return printPlain(open(request).branches, request.format);
}

/** Sets one value. What stays as it was keeps its ciphertext. */
export function setValue(request: ChangeRequest & { readonly path: ValuePath; readonly value: NewValue }): string {
  const document = open(request);
  const [first, ...others] = document.branches;
  if (first === undefined) throw sopsError("sops-empty");
  const changed = setAt(first, request.path, request.value, request.format === "yaml");
  return encrypted({ ...document, branches: withoutMetadata([changed, ...others]) }, request);
}

/** Puts another plain document in the place of the one that is encrypted. What stays as it was keeps its ciphertext. */
export function replacePlain(request: ChangeRequest & { readonly plain: string | Uint8Array }): string {
  const document = open(request);
  const branches = withoutMetadata(readPlain(Buffer.from(request.plain), request.format));
  const version = isNewer(SOPS_VERSION, document.metadata.version) ? SOPS_VERSION : document.metadata.version;
  return encrypted({ ...document, branches, metadata: { ...document.metadata, version } }, request);
}

/**
 * Encrypts everything with a new data key, for the same recipients or for others: who could decrypt the document and is
 * no longer among them cannot decrypt what it becomes. What the old text says, they know.
 */
export function rotateDataKey(request: ChangeRequest & { readonly recipients?: readonly string[] }): string {
  const { branches, metadata } = open(request);
  const [foreign] = metadata.otherKeys.keys();
  if (foreign !== undefined) throw sopsError("sops-foreign-key", foreign);
  const dataKey = request.random(DATA_KEY_SIZE);
  const recipients = request.recipients ?? recipientsIn(metadata);
  const keys = wrapDataKey(dataKey, recipients, request.random);
  return encrypted({ branches, metadata: { ...metadata, keys }, dataKey }, request);
}

/**
 * Encrypts the data key for another list of recipients, and leaves the values as they are, with keys of other kinds. Who
 * is removed may have kept the data key: only a rotation helps against that.
 */
export function updateRecipients(
  request: DecryptRequest & { readonly recipients: readonly string[]; readonly random: Random },
): string {
  const { metadata, dataKey, ciphertexts } = open(request);
  const keys = wrapDataKey(dataKey, request.recipients, request.random);
  return print(ciphertexts, { ...metadata, keys }, request.format);
}

/** For whom a document is encrypted. Needs no key. */
export function recipientsOf(text: string, format: Format): readonly string[] {
  return recipientsIn(readMetadata(readEncrypted(Buffer.from(text), format).metadata));
}

interface Open {
  readonly branches: readonly Branch[];
  readonly metadata: Metadata;
  readonly dataKey: Uint8Array;
  readonly stash?: Stash;
}

/** Decrypts and authenticates. */
function open({ text, format, identities }: DecryptRequest): Open & { readonly ciphertexts: readonly Branch[] } {
  const { branches: ciphertexts, metadata: raw } = readEncrypted(Buffer.from(text), format);
  const metadata = readMetadata(raw);
  const dataKey = unwrapDataKey(metadata, identities);
  const stash = new Stash();
  return { branches: authenticated(ciphertexts, metadata, dataKey, stash), metadata, dataKey, stash, ciphertexts };
}

/** The plain branches, if they are what the document was authenticated with. */
function authenticated(
  ciphertexts: readonly Branch[],
  { rules, mac, lastModified }: Metadata,
  dataKey: Uint8Array,
  stash?: Stash,
): readonly Branch[] {
  const { branches, digest } = decryptBranches(ciphertexts, rules, dataKey, stash);
  if (mac === "") throw sopsError("sops-no-mac");
  const expected = decryptContent(mac, dataKey, lastModified, stash);
  if (typeof expected !== "string" || !isSame(expected, digest)) throw sopsError("sops-mac");
  return branches;
}

function encrypted(
  { branches, metadata, dataKey, stash }: Open,
  { format, random, now }: Pick<ChangeRequest, "format" | "random" | "now">,
): string {
  const crypted = encryptBranches(branches, metadata.rules, dataKey, random, stash);
  const lastModified = now.toISOString().replace(/\.\d+Z$/, "Z");
  const mac = encryptContent(crypted.digest, dataKey, lastModified, random, stash);
  const text = print(crypted.branches, { ...metadata, lastModified, mac }, format);
  assertReadable(text, format, dataKey);
  return text;
}

/**
 * SOPS moves comments in some documents, and by rules about comments their values would then be read by other rules than
 * they were written by. Nobody could decrypt such a document, so it is not given out.
 */
function assertReadable(text: string, format: Format, dataKey: Uint8Array): void {
  const { branches, metadata } = readEncrypted(Buffer.from(text), format);
  try {
    authenticated(branches, readMetadata(metadata), dataKey);
  } catch {
    throw sopsError("sops-unreadable");
  }
}

function print(branches: readonly Branch[], metadata: Metadata, format: Format): string {
  const emptyList = format === "yaml" ? new List([]) : null;
  return printEncrypted({ branches, metadata: printMetadata(metadata, emptyList) }, format);
}

function withoutMetadata(branches: readonly Branch[]): readonly Branch[] {
  const entries = branches.flatMap((branch) => branch.entries);
  if (entries.some((entry) => !(entry instanceof Comment) && entry.key === METADATA_KEY))
    throw sopsError("sops-encrypted");
  return branches;
}

function recipientsIn({ keys }: Metadata): readonly string[] {
  return keys.map(({ recipient }) => recipient);
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function isNewer(one: string, other: string): boolean {
  const [a = [], b = []] = [one, other].map((version) => version.split(".").map(Number));
  const index = a.findIndex((part, place) => part !== b[place]);
  return index !== -1 && (a[index] ?? 0) > (b[index] ?? 0);
}
