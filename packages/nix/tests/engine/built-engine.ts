/** The engine as it is used: bundled, with its threads and processes beside it. */

import { rmSync } from "node:fs";
import path from "node:path";
import type * as Engine from "../../src/engine/index.ts";
import type { EvalReply, EvalRequest } from "../../src/evaluation.ts";

export interface BuiltEngine {
  readonly engine: typeof Engine;
  /** The bundle, for a process of its own. */
  readonly file: string;
  readonly remove: () => void;
}

const root = path.resolve(import.meta.dirname, "../../../..");

/** The scripts are plain JavaScript, without types. */
interface Bundling {
  readonly bundle: (options: {
    entries: object;
    folder: string;
    sourcemap: boolean;
    groups: readonly object[];
  }) => Promise<unknown>;
  readonly engineGroups: readonly object[];
  readonly workerEntries: () => object;
}

export async function buildEngine(): Promise<BuiltEngine> {
  const { bundle, engineGroups, workerEntries } = (await import(path.join(root, "scripts/bundle.js"))) as Bundling;
  const folder = path.join(root, ".cache/test-engine", `${process.pid}-${Math.random().toString(36).slice(2)}`);
  const index = path.resolve(import.meta.dirname, "../../src/engine/index.ts");
  const entries = { engine: index, ...workerEntries() };
  await bundle({ entries, folder, sourcemap: false, groups: engineGroups });
  const file = path.join(folder, "engine.js");
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  return { engine: (await import(file)) as typeof Engine, file, remove };
}

export function requestOf(text: string, more: Partial<EvalRequest> = {}): EvalRequest {
  return {
    expression: { kind: "text", text: Buffer.from(text), name: "text", folder: "/" },
    selections: [""],
    args: [],
    output: "value",
    strict: false,
    location: false,
    settings: {},
    ...more,
  };
}

/** The output, or the code of the message or the text of the failure. */
export function resultOf(reply: EvalReply): string {
  if (reply.ok) return reply.output.trimEnd();
  return reply.failure.message?.code ?? reply.failure.text;
}
