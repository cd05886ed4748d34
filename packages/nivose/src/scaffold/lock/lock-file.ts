/** The `flake.lock` of a new flake, from pins and without a network: `nix flake lock` finds nothing to do. */

import inputsOfPins from "../../../../../data/inputs.json" with { type: "json" };
import path from "node:path";
import {
  type Attributes,
  type Edge,
  type FlakeReference,
  type LockNode,
  referenceFromAttributes,
  writeLock,
} from "@nivose/nix/flake/lock";
import type { DraftFlake, FlakeInput } from "../preset.ts";
import { pinOf } from "../release.ts";

/** For each input of an input, the path of the one that it follows. */
type Follows = ReadonlyMap<string, readonly string[]>;

/** `flakes` are all of the repository; those that are siblings bring their inputs along. */
export function lockFile(flake: DraftFlake, flakes: readonly DraftFlake[], release: string): string {
  return `${writeLock({ inputs: edgesOf(flake, [], flakes, release), lock: undefined }).text}\n`;
}

function edgesOf(
  flake: DraftFlake,
  ownPath: readonly string[],
  flakes: readonly DraftFlake[],
  release: string,
  overrides: Follows = new Map(),
): Map<string, Edge> {
  const edges = flake.inputs
    .filter(({ kind }) => kind !== "open")
    .map((input): [string, Edge] => {
      const follows = overrides.get(input.name);
      if (follows !== undefined) return [input.name, { kind: "follows", path: follows }];
      return [input.name, { kind: "node", node: nodeOf(input, flake, ownPath, flakes, release) }];
    });
  return new Map(edges);
}

function nodeOf(
  input: FlakeInput,
  flake: DraftFlake,
  ownPath: readonly string[],
  flakes: readonly DraftFlake[],
  release: string,
): LockNode {
  const follows = followsOf(input, ownPath);
  if (input.kind === "sibling") {
    const sibling = flakes.find(({ folder }) => folder === input.folder);
    if (sibling === undefined) throw new Error(`no flake in ${input.folder}`);
    const reference = referenceOf({ path: relativeFolder(flake.folder, input.folder), type: "path" });
    return {
      inputs: edgesOf(sibling, [...ownPath, input.name], flakes, release, follows),
      lock: { locked: reference, original: reference, isFlake: true, parent: ownPath },
    };
  }
  const pinName = input.kind === "open" ? input.name : (input.pin ?? input.name);
  const { owner, repo, ref, rev, narHash, lastModified } = pinOf(pinName, release);
  const own = (inputsOfPins as Readonly<Record<string, readonly string[]>>)[pinName];
  if (own === undefined) throw new Error(`the inputs of ${pinName} are not known`);
  const edges = own.map((name): [string, Edge] => {
    const target = follows.get(name);
    if (target === undefined) throw new Error(`the input ${name} of ${input.name} has to follow another one`);
    return [name, { kind: "follows", path: target }];
  });
  return {
    inputs: new Map(edges),
    lock: {
      locked: referenceOf({ lastModified: BigInt(lastModified), narHash, owner, repo, rev, type: "github" }),
      original: referenceOf({ owner, ...(ref === undefined ? {} : { ref }), repo, type: "github" }),
      isFlake: true,
      parent: undefined,
    },
  };
}

/**
 * A `follows` is relative to the flake that says it, and a lock file counts from the flake that is locked. An empty one is
 * the flake that says it itself, which is how an input is left out.
 */
function followsOf(input: FlakeInput, ownPath: readonly string[]): Follows {
  const said = input.kind === "open" ? {} : (input.follows ?? {});
  return new Map(
    Object.entries(said).map(([name, target]) => [name, target === "" ? ownPath : [...ownPath, ...target.split("/")]]),
  );
}

/** The path from one flake of the repository to another, as a flake reference has it. */
export function relativeFolder(from: string, to: string): string {
  const relative = path.posix.relative(`/${from}`, `/${to}`);
  return relative.startsWith(".") ? relative : `./${relative}`;
}

function referenceOf(attributes: Readonly<Record<string, string | bigint>>): FlakeReference {
  const known: Attributes = new Map(Object.entries(attributes));
  return referenceFromAttributes(known, { experimentalFeatures: new Set(["flakes"]), warn: () => {} });
}
