/** What `flake metadata` tells: where a flake is from, what it is locked to, and its inputs. */

import { dumpNar, hashBytes, HashStream, printHash } from "../store/index.ts";
import { evaluationTree } from "../eval/files/store-objects.ts";
import { inFlake } from "./errors.ts";
import type { LockedFlake } from "./locked-flake.ts";
import { inOrder, type LockNode, printInputPath, unlockedInput } from "./lock/graph.ts";
import { writeLock } from "./lock/write.ts";
import {
  type Attribute,
  type FlakeReference,
  isLocked,
  printReference,
  referenceAttributes,
  type Surroundings,
} from "./reference/index.ts";
import { repositoryOf } from "./source/git.ts";
import { git } from "./source/git-program.ts";
import { readWorkingTree } from "../git/working-tree.ts";

export interface FlakeMetadata {
  /** As `nix flake metadata --json` prints it. */
  readonly json: string;
  readonly resolvedUrl: string;
  readonly lockedUrl: string | undefined;
  readonly description: string | undefined;
  readonly path: string;
  readonly revision: string | undefined;
  readonly revisions: string | undefined;
  /** Seconds. */
  readonly lastModified: number | undefined;
  readonly fingerprint: string | undefined;
  readonly inputs: readonly MetadataInput[];
}

export interface MetadataInput {
  readonly name: string;
  readonly url: string | undefined;
  readonly lastModified: number | undefined;
  /** The input that it follows. */
  readonly follows: string | undefined;
  readonly inputs: readonly MetadataInput[];
}

export function metadataOf(flake: LockedFlake, surroundings: Surroundings): FlakeMetadata {
  const { reference, resolved, source, file, lock } = flake;
  const url = (each: FlakeReference): string => inFlake(() => printReference(each, surroundings));
  const locked: FlakeReference = { input: source.input, folder: resolved.folder };
  const { attributes } = source.input;
  const rev = attributes.get("rev");
  const dirtyRev = attributes.get("dirtyRev");
  const lastModified = attributes.get("lastModified");
  const revCount = attributes.get("revCount");
  const fingerprint = fingerprintOf(flake);
  const members: [string, string | undefined][] = [
    ["description", file.description === undefined ? undefined : json(file.description)],
    ["dirtyRevision", dirtyRev === undefined ? undefined : json(dirtyRev)],
    ["fingerprint", fingerprint === undefined ? undefined : json(fingerprint)],
    ["lastModified", lastModified === undefined ? undefined : json(lastModified)],
    ["locked", attributesJson(new Map([...referenceAttributes(locked), ["__final", true]]))],
    ["locks", compact(writeLock(lock.root).text)],
    ["original", attributesJson(referenceAttributes(reference))],
    ["originalUrl", json(url(reference))],
    ["path", json(source.storePath)],
    ["resolved", attributesJson(referenceAttributes(resolved))],
    ["resolvedUrl", json(url(resolved))],
    ["revCount", revCount === undefined ? undefined : json(revCount)],
    ["revision", rev === undefined ? undefined : json(rev)],
    ["url", json(url(locked))],
  ];
  const shown = members.flatMap(([name, value]) => (value === undefined ? [] : [`"${name}":${value}`]));
  return {
    json: `{${shown.join(",")}}`,
    resolvedUrl: url(resolved),
    lockedUrl: isLocked(source.input) ? url(locked) : undefined,
    description: file.description,
    path: source.storePath,
    revision: textOf(rev ?? dirtyRev),
    revisions: revCount === undefined ? undefined : String(revCount),
    lastModified: lastModified === undefined ? undefined : Number(lastModified),
    fingerprint,
    inputs: inputsOf(lock.root, new Set([lock.root]), url),
  };
}

function inputsOf(node: LockNode, visited: Set<LockNode>, url: (each: FlakeReference) => string): MetadataInput[] {
  return inOrder(node.inputs).map(([name, edge]) => {
    if (edge.kind === "follows")
      return { name, url: undefined, lastModified: undefined, follows: printInputPath(edge.path), inputs: [] };
    const { locked } = edge.node.lock!;
    const time = locked.input.attributes.get("lastModified");
    const isFirst = !visited.has(edge.node);
    visited.add(edge.node);
    return {
      name,
      url: url(locked),
      lastModified: time === undefined ? undefined : Number(time),
      follows: undefined,
      inputs: isFirst ? inputsOf(edge.node, visited, url) : [],
    };
  });
}

/** A hash of all that an evaluation of the flake depends on; nothing if something of it could change. */
function fingerprintOf({ resolved, source, lock }: LockedFlake): string | undefined {
  const own = unlockedInput(lock.root) === undefined ? ownFingerprint(source) : undefined;
  if (own === undefined) return undefined;
  const { attributes } = source.input;
  let text = `${own};${resolved.folder};${Buffer.from(writeLock(lock.root).text).toString("latin1")}`;
  const revCount = attributes.get("revCount");
  const lastModified = attributes.get("lastModified");
  if (revCount !== undefined) text += `;revCount=${revCount}`;
  if (lastModified !== undefined) text += `;lastModified=${lastModified}`;
  return printHash(hashBytes("sha256", Buffer.from(text, "latin1")), "base16");
}

function ownFingerprint({ input }: LockedFlake["source"]): string | undefined {
  const { attributes } = input;
  const rev = attributes.get("rev");
  if (attributes.get("type") !== "git") return typeof rev === "string" ? rev : undefined;
  const suffix = `${attributes.get("submodules") === true ? ";s" : ""}${attributes.get("exportIgnore") === true ? ";e" : ""}`;
  if (typeof rev === "string") return rev + suffix;
  const dirtyRev = attributes.get("dirtyRev");
  if (typeof dirtyRev !== "string") return undefined;
  const folder = repositoryOf(input)!;
  const { changed, deleted, submodules } = readWorkingTree(folder, (args) => git(folder, args));
  if (submodules.length > 0) return undefined;
  const stream = new HashStream("sha512");
  for (const file of changed) {
    writeText("modified:", stream);
    writeText(`/${file}`, stream);
    dumpNar(evaluationTree, `${folder}/${file}`, stream.write);
  }
  for (const file of deleted) {
    writeText("deleted:", stream);
    writeText(`/${file}`, stream);
  }
  return `${dirtyRev.slice(0, -"-dirty".length)}${suffix};d=${printHash(stream.finish(), "base16")}`;
}

/** As archives have it: the length in eight bytes, the text, and zeros up to a multiple of eight. */
function writeText(text: string, { write }: HashStream): void {
  const bytes = Buffer.alloc(8 + Math.ceil(text.length / 8) * 8);
  bytes.writeUInt32LE(text.length);
  bytes.write(text, 8, "latin1");
  write(bytes);
}

function attributesJson(attributes: ReadonlyMap<string, Attribute>): string {
  return `{${inOrder(attributes)
    .map(([name, value]) => `${json(name)}:${json(value)}`)
    .join(",")}}`;
}

/** Bytes as JSON. */
function json(value: Attribute): string {
  return typeof value === "string" ? JSON.stringify(Buffer.from(value, "latin1").toString()) : String(value);
}

function compact(text: string): string {
  return JSON.stringify(JSON.parse(text));
}

function textOf(value: Attribute | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
