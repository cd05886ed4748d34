/** A root, a state folder and a context to change files in. */

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { ChangeContext } from "../../../src/change/context.ts";
import type { StepHook } from "../../../src/change/disk.ts";
import { systemProcesses } from "../../../src/change/processes.ts";
import { scratchFolder, writeTree, type Tree } from "./scratch.ts";

export interface World {
  readonly root: string;
  readonly stateFolder: string;
  readonly context: ChangeContext;
  /** The same world seen by another process, with a hook if it should be watched or stopped. */
  readonly again: (onStep?: StepHook, pid?: number) => ChangeContext;
}

export function worldWith(tree: Tree, folder = scratchFolder()): World {
  const root = join(folder, "root");
  const stateFolder = join(folder, "state");
  writeTree(folder, { root: "folder 755" });
  writeTree(root, tree);
  const again = (onStep?: StepHook, pid = process.pid): ChangeContext => ({
    root,
    stateFolder,
    // of the processes that a test makes up, only the one at work lives
    processes: { own: pid, host: "here", identify: (other) => (other === pid ? `born-${pid}` : undefined) },
    now: () => Date.UTC(2026, 0, 1),
    environment: process.env,
    ...(onStep && { onStep }),
  });
  return {
    root,
    stateFolder,
    context: { ...again(), processes: systemProcesses(process.pid, "here", process.kill) },
    again,
  };
}

/** The journals that are there, by phase, and everything else that should not be. */
export function journalsOf(stateFolder: string): string[] {
  const journals = join(stateFolder, "journals");
  if (!existsSync(journals)) return [];
  return readdirSync(journals).flatMap((id) =>
    readdirSync(join(journals, id))
      .filter((name) => name !== "old")
      .map((name) => name.replace(/^journal\.|\.json$/g, "")),
  );
}

export function locksOf(stateFolder: string): string[] {
  const locks = join(stateFolder, "locks");
  return existsSync(locks) ? readdirSync(locks) : [];
}
