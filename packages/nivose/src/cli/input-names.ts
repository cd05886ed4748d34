/** The inputs in the lock file here, for completion: those of the flake, and theirs. */

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Context } from "./context.ts";
import type { Suggestion } from "./verb.ts";

export function inputNames({ cwd }: Context): Suggestion[] {
  const file = lockFileAround(cwd);
  if (file === undefined) return [];
  const { nodes, root } = read(file);
  const own = inputsOf(nodes[root]);
  const below = own.flatMap(([name, node]) => inputsOf(nodes[node]).map(([inner]) => `${name}/${inner}`));
  return [...own.map(([name]) => name), ...below].map((word) => ({ word }));
}

function lockFileAround(folder: string): string | undefined {
  const file = path.join(folder, "flake.lock");
  if (existsSync(file)) return file;
  return path.dirname(folder) === folder ? undefined : lockFileAround(path.dirname(folder));
}

interface LockFile {
  readonly nodes: Readonly<Record<string, { readonly inputs?: Readonly<Record<string, unknown>> } | undefined>>;
  readonly root: string;
}

/** Nobody is told of a lock file that makes no sense while they type. */
function read(file: string): LockFile {
  try {
    const { nodes, root } = JSON.parse(readFileSync(file, "utf8")) as Partial<LockFile>;
    return { nodes: nodes ?? {}, root: root ?? "root" };
  } catch {
    return { nodes: {}, root: "root" };
  }
}

/** Their names and those of their nodes; nothing for those that follow others. */
function inputsOf(node: LockFile["nodes"][string]): [name: string, node: string][] {
  return Object.entries(node?.inputs ?? {}).flatMap(([name, target]): [string, string][] =>
    typeof target === "string" ? [[name, target]] : [],
  );
}
