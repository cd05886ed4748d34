/** Locks a flake as `nivose lock` does it: the engine is asked, and what it misses is fetched, until it has all. */

import type { EvalReply, FetchedInput, FlakeLock } from "../../../src/evaluation.ts";
import { fetchInput, type FetchOptions } from "../../../src/fetch/index.ts";
import { ask } from "../../flake/support/both.ts";

export type Locked = { readonly lock: FlakeLock } | { readonly error: string };

export async function lockOverNetwork(
  folder: string,
  updates: readonly string[] | "all" | undefined,
  options: FetchOptions,
): Promise<Locked> {
  const fetched: FetchedInput[] = [];
  for (;;) {
    const reply = askForLock(folder, updates, fetched, options);
    if (reply.ok) return { lock: reply.flake!.lock! };
    const { missing, text } = reply.failure;
    if (missing?.kind !== "source") return { error: text };
    const wanted = new Map(Object.entries(missing.attributes));
    try {
      const { attributes } = await fetchInput(wanted, options);
      fetched.push({ wanted, locked: attributes });
    } catch (error) {
      return { error: (error as Error).message };
    }
  }
}

function askForLock(
  folder: string,
  updates: readonly string[] | "all" | undefined,
  fetched: readonly FetchedInput[],
  { cache }: FetchOptions,
): EvalReply {
  return ask(folder, "", {
    expression: { kind: "flake", reference: "./top", fragment: "", overrides: [] },
    output: "flake-lock",
    fetched,
    ...(updates === undefined ? {} : { updates }),
    settings: { sourceCache: `${cache}/sources`, storePlace: "/nowhere" },
  }).reply;
}
