/** The value of a flake: its outputs, called with its inputs, each of which is touched only when somebody asks for it. */

import { delayCall } from "../eval/machine/applications.ts";
import { builtinValue } from "../eval/machine/builtin.ts";
import { attrsOf } from "../eval/code/positions.ts";
import { bigInteger, bigIntegerValue, FALSE, type Handle, isInteger, STRING, TRUE } from "../eval/memory/heap.ts";
import { loadText } from "../eval/files/imports.ts";
import { call, evaluate, fail, force } from "../eval/machine/machine.ts";
import { addFact } from "../eval/machine/source-facts.ts";
import { settings } from "../eval/machine/settings.ts";
import { describe } from "../eval/errors/show.ts";
import { contextFrom, string, symbols, textOf } from "../eval/memory/strings.ts";
import { forceAttrs, shapeOfSet, valueAt } from "../eval/memory/values.ts";
import { isVolatile, lookAtHash } from "../eval/memory/volatile.ts";
import { hashPartOf } from "../store/store-path.ts";
import { inFlake } from "./errors.ts";
import type { ComputedLock } from "./lock/compute.ts";
import { type InputPath, inOrder, type LockNode } from "./lock/graph.ts";
import { writeLock } from "./lock/write.ts";
import { type Attribute, type Attributes, inputFromAttributes, type Surroundings } from "./reference/index.ts";
import type { Source } from "./source/found.ts";
import { fetchSource } from "./source/source.ts";

/** `isDirty` says that the source is not what its revision says, because its lock file is another one. */
export function callFlake(
  { root, folders }: ComputedLock,
  source: Source,
  isDirty: boolean,
  surroundings: Surroundings,
): Handle {
  const { text, keys } = writeLock(root);
  const overrides: Record<string, Handle> = {};
  for (const [node, folder] of folders) {
    const { storePath, below } = splitFolder(folder);
    const input = node.lock === undefined ? source.input : node.lock.locked.input;
    overrides[keyOf(node, keys)] = attrsOf({
      dir: string(below),
      sourceInfo: sourceInfo(storePath, input.attributes, { isDirty: node.lock === undefined && isDirty }),
    });
  }
  const ways = waysTo(root, keys);
  const fetchFinal = builtinValue({
    name: "fetchFinalTree",
    arity: 2,
    apply(name, set) {
      const attributes = new Map([...attributesOf(forceAttrs(set)), ["__final", true] as const]);
      const input = inFlake(() => inputFromAttributes(attributes, surroundings));
      const path = ways.get(textOf(force(name)));
      const found = fetchSource(input, surroundings, path);
      return sourceInfo(found.storePath, input.attributes, {});
    },
  });
  const caller = evaluate(loadText(Buffer.from(CALL), "\u00c2\u00abflakes-internal\u00c2\u00bb/call-flake.nix"), 0);
  return force(call(call(call(caller, string(Buffer.from(text).toString("latin1"))), attrsOf(overrides)), fetchFinal));
}

/** How users would name each node: the way from the flake to it. */
function waysTo(root: LockNode, keys: ReadonlyMap<LockNode, string>): Map<string, InputPath> {
  const ways = new Map<string, InputPath>();
  const visit = (node: LockNode, way: InputPath): void => {
    const key = keyOf(node, keys);
    if (ways.has(key)) return;
    ways.set(key, way);
    for (const [name, edge] of inOrder(node.inputs)) if (edge.kind === "node") visit(edge.node, [...way, name]);
  };
  visit(root, []);
  return ways;
}

function keyOf(node: LockNode, keys: ReadonlyMap<LockNode, string>): string {
  const key = keys.get(node);
  if (key === undefined) throw new Error("a node of the lock file has no name");
  return key;
}

/** The store path that a folder lies in, and where in it. */
function splitFolder(folder: string): { readonly storePath: string; readonly below: string } {
  const slash = folder.indexOf("/", settings.storeDir.length + 1);
  return slash < 0
    ? { storePath: folder, below: "" }
    : { storePath: folder.slice(0, slash), below: folder.slice(slash + 1) };
}

export interface SourceInfoOptions {
  readonly isDirty?: boolean;
  /** As `fetchGit` has it: a revision of zeros where there is none. */
  readonly withEmptyRevision?: boolean;
}

/** What a flake, and whoever fetches a tree, learns of a source. */
export function sourceInfo(storePath: string, attributes: Attributes, options: SourceInfoOptions): Handle {
  const { isDirty = false, withEmptyRevision = false } = options;
  const info: Record<string, Handle> = { outPath: string(storePath, contextFrom([storePath])) };
  const hash = hashPartOf(storePath);
  const take = (name: string, value: Attribute | undefined): void => {
    if (value === undefined) return;
    const known = valueOf(value);
    if (!isVolatile(hash)) info[name] = known;
    else {
      info[name] = delayCall(factOf(hash), known);
      if (name === "narHash") addFact(info[name], hash);
    }
  };
  take("narHash", attributes.get("narHash"));
  if (attributes.get("type") === "git") take("submodules", attributes.get("submodules") ?? false);
  const rev = attributes.get("rev") ?? (withEmptyRevision ? "0".repeat(40) : undefined);
  if (!isDirty) {
    take("rev", rev);
    take("shortRev", typeof rev === "string" ? rev.slice(0, 7) : undefined);
    take("revCount", attributes.get("revCount") ?? (withEmptyRevision ? 0n : undefined));
  }
  take("dirtyRev", attributes.get("dirtyRev"));
  take("dirtyShortRev", attributes.get("dirtyShortRev"));
  const lastModified = attributes.get("lastModified");
  take("lastModified", lastModified);
  if (typeof lastModified === "bigint") take("lastModifiedDate", dateText(lastModified));
  return attrsOf(info);
}

/** Says when somebody asks for a fact of a source that may change. */
function factOf(hash: string): Handle {
  return builtinValue({
    name: "factOfSource",
    arity: 1,
    apply(value) {
      lookAtHash(hash);
      return value;
    },
  });
}

/** `20241119070640`. */
function dateText(seconds: bigint): string {
  return new Date(Number(seconds) * 1000).toISOString().replaceAll(/[-:T]|\..*$/g, "");
}

function valueOf(value: Attribute): Handle {
  if (typeof value === "string") return string(value);
  return typeof value === "bigint" ? bigInteger(value) : value ? TRUE : FALSE;
}

/** A set from a lock file as attributes of an input. */
function attributesOf(set: Handle): Map<string, Attribute> {
  const attributes = new Map<string, Attribute>();
  for (const [slot, symbol] of shapeOfSet(set).symbols.entries()) {
    const value = force(valueAt(set, slot));
    const name = symbols.name(symbol);
    if ((value & 7) === STRING) attributes.set(name, textOf(value));
    else if (isInteger(value)) attributes.set(name, bigIntegerValue(value));
    else if (value === TRUE || value === FALSE) attributes.set(name, value === TRUE);
    else throw fail("eval", `'${name}' of a locked input is ${describe(value)}`);
  }
  return attributes;
}

/**
 * Takes the lock file as text, what is known of sources that were read already, and what finds a locked one. A flake is the
 * set of its outputs, with what is known of its source, its inputs and itself on top.
 */
const CALL = `
text: known: find:
let
  lock = builtins.fromJSON text;

  # the name of a node, from its name or from the way to it
  nameOf = edge: if builtins.isList edge then follow lock.root edge else edge;
  follow = name: way:
    if way == [ ] then name
    else follow (nameOf lock.nodes.\${name}.inputs.\${builtins.head way}) (builtins.tail way);

  sourceOf = name: node:
    if known ? \${name} then known.\${name}.sourceInfo
    else if node.locked.type == "path" && builtins.substring 0 1 node.locked.path != "/" then
      let parent = flakes.\${follow lock.root node.parent}; in
      parent.sourceInfo // { outPath = parent.outPath + ("/" + node.locked.path); }
    else find name (node.info or { } // removeAttrs node.locked [ "dir" ]);

  flakeOf = name: node:
    let
      sourceInfo = sourceOf name node;
      folder = known.\${name}.dir or node.locked.dir or "";
      outPath = sourceInfo + ((if folder == "" then "" else "/") + folder);
      file = import (outPath + "/flake.nix");
      inputs = builtins.mapAttrs (_: edge: flakes.\${nameOf edge}) (node.inputs or { });
      outputs = file.outputs (inputs // { self = flake; });
      flake = outputs // sourceInfo // { inherit outPath inputs outputs sourceInfo; _type = "flake"; };
    in
    if node.flake or true then assert builtins.isFunction file.outputs; flake else sourceInfo;

  flakes = builtins.mapAttrs flakeOf lock.nodes;
in
flakes.\${lock.root}
`;
