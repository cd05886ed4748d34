/** What is said between the command's thread and those that work for it. */

import type { Outcome, PackedTree, Subject, Task, WorkOptions } from "./work.ts";

export type Request =
  | {
      readonly kind: "perform";
      readonly task: Task;
      readonly subjects: readonly Subject[];
      readonly options: WorkOptions;
    }
  | { readonly kind: "tree"; readonly bytes: Uint8Array; readonly options: WorkOptions };

export type Reply =
  | { readonly kind: "perform"; readonly outcomes: readonly Outcome[] }
  | { readonly kind: "tree"; readonly tree: PackedTree };

/** Megabytes. Enough for whatever Nix itself does not refuse as nested too deeply. */
export const STACK_SIZE = 256;
