/** Folders in the place of the inputs of a repository, by the names of the inputs or of their repositories. */

import { spawnSync } from "node:child_process";
import path from "node:path";

export type Sources = Readonly<Record<string, string>>;

/** What a lock file says of inputs, as much of it as is needed here. */
export interface Lock {
  readonly root: string;
  readonly nodes: Readonly<
    Record<
      string,
      {
        readonly inputs?: Readonly<Record<string, string | readonly string[]>>;
        readonly original?: { readonly type?: string; readonly repo?: string };
      }
    >
  >;
}

const bin = path.resolve(import.meta.dirname, "../../bin/nivose.js");

/** Of a file in Nix, a set of folders. */
export function readSources(file: string): Sources {
  return evaluated(`builtins.mapAttrs (_: toString) (import ${path.resolve(file)})`) as Sources;
}

/** The names of the inputs of a flake. */
export function declaredInputs(file: string): readonly string[] {
  return evaluated(`builtins.attrNames ((import ${path.resolve(file)}).inputs or { })`) as readonly string[];
}

function evaluated(expression: string): unknown {
  const words = [bin, "eval", "--strict", "--json", "-E", expression];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/**
 * The flags for all flakes of a repository: inputs that none of the folders is for stay as they are locked. Those that are declared and not
 * locked yet are told by their names.
 */
export function overrideFlags(locks: readonly Lock[], declared: readonly string[], sources: Sources): string[] {
  const found = new Map(locks.flatMap((lock) => [...overridesIn(lock, lock.root, "", sources)]));
  for (const name of declared) if (sources[name] !== undefined) found.set(name, sources[name]);
  return [...found].flatMap(([input, folder]) => ["--override-input", input, `path:${folder}`]);
}

/** A flake of the same repository is taken as it is, and what it asks for in its place. */
function* overridesIn(
  { root, nodes }: Lock,
  node: string,
  before: string,
  sources: Sources,
): Iterable<[string, string]> {
  for (const [name, target] of Object.entries(nodes[node]?.inputs ?? {})) {
    if (typeof target !== "string") continue;
    const { original = {} } = nodes[target] ?? {};
    const folder = sources[name] ?? sources[original.repo ?? ""];
    if (original.type === "path") yield* overridesIn({ root, nodes }, target, `${before}${name}/`, sources);
    else if (folder !== undefined) yield [`${before}${name}`, folder];
  }
}
