/**
 * A `flake.lock` as Nix writes it, from pins and without a network. Nodes are numbered in the order in which Nix comes
 * to them, so that `nix flake lock` finds nothing to do.
 */

import inputsOfPins from "../../../../../data/inputs.json" with { type: "json" };
import path from "node:path";
import type { DraftFlake, FlakeInput } from "../preset.ts";
import { pinOf } from "../release.ts";

/** What a lock file says of one input: another node, or the path of the input that it follows. */
type Edge = { readonly node: Node } | { readonly follows: readonly string[] };

/** For each input of an input, the path of the one that it follows. */
type Follows = ReadonlyMap<string, readonly string[]>;

interface Node {
  readonly inputs: ReadonlyMap<string, Edge>;
  /** Everything besides `inputs`; nothing for the flake itself. */
  readonly reference: Readonly<Record<string, unknown>>;
}

/** `flakes` are all of the repository; those that are siblings bring their inputs along. */
export function lockFile(flake: DraftFlake, flakes: readonly DraftFlake[], release: string): string {
  const root: Node = { inputs: edgesOf(flake, [], flakes, release), reference: {} };
  const nodes: Record<string, unknown> = {};
  const keys = new Map<Node, string>();
  const record = (name: string, node: Node): string => {
    let key = name;
    for (let number = 2; Object.hasOwn(nodes, key); number++) key = `${name}_${number}`;
    keys.set(node, key);
    nodes[key] = undefined;
    const edges = [...node.inputs].map(([input, edge]): [string, string | readonly string[]] => [
      input,
      "follows" in edge ? edge.follows : record(input, edge.node),
    ]);
    nodes[key] = { ...(edges.length > 0 ? { inputs: Object.fromEntries(edges) } : {}), ...node.reference };
    return key;
  };
  return `${JSON.stringify(sorted({ nodes: (record("root", root), nodes), root: "root", version: 7 }), undefined, 2)}\n`;
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
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((input): [string, Edge] => {
      const follows = overrides.get(input.name);
      if (follows !== undefined) return [input.name, { follows }];
      return [input.name, { node: nodeOf(input, flake, ownPath, flakes, release) }];
    });
  return new Map(edges);
}

function nodeOf(
  input: FlakeInput,
  flake: DraftFlake,
  ownPath: readonly string[],
  flakes: readonly DraftFlake[],
  release: string,
): Node {
  const follows = followsOf(input, ownPath);
  if (input.kind === "sibling") {
    const sibling = flakes.find(({ folder }) => folder === input.folder);
    if (sibling === undefined) throw new Error(`no flake in ${input.folder}`);
    const reference = { path: relativeFolder(flake.folder, input.folder), type: "path" };
    return {
      inputs: edgesOf(sibling, [...ownPath, input.name], flakes, release, follows),
      reference: { locked: reference, original: reference, parent: ownPath },
    };
  }
  const pinName = input.kind === "open" ? input.name : (input.pin ?? input.name);
  const { owner, repo, ref, rev, narHash, lastModified } = pinOf(pinName, release);
  const own = (inputsOfPins as Readonly<Record<string, readonly string[]>>)[pinName];
  if (own === undefined) throw new Error(`the inputs of ${pinName} are not known`);
  const edges = own.toSorted().map((name): [string, Edge] => {
    const target = follows.get(name);
    if (target === undefined) throw new Error(`the input ${name} of ${input.name} has to follow another one`);
    return [name, { follows: target }];
  });
  return {
    inputs: new Map(edges),
    reference: {
      locked: { lastModified, narHash, owner, repo, rev, type: "github" },
      original: { owner, ...(ref === undefined ? {} : { ref }), repo, type: "github" },
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

/** With the names of every object in the order of their bytes, as Nix prints them. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  );
}
