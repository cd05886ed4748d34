/** How much of the machine the evaluation of a fleet takes. */

import type { Message } from "@nivose/nix/message";
import { toolMessages } from "../report/messages.ts";
import type { Context } from "./context.ts";
import type { EvaluatorsOptions } from "./evaluators.ts";
import { wholeNumber } from "./nix-settings.ts";
import type { Flags } from "./verb.ts";

export const workerFlags = {
  workers: { kind: "text", brief: "How many hosts are evaluated at once", placeholder: "NUMBER", completes: "nothing" },
  maxMemory: {
    kind: "text",
    brief: "How much memory that takes at most, such as 6G; three quarters of what is free if left out",
    placeholder: "SIZE",
    completes: "nothing",
  },
} as const satisfies Flags;

export interface WorkerFlags {
  readonly workers?: string;
  readonly maxMemory?: string;
}

const MEGABYTE = 2 ** 20;
/** What a whole system takes, with some to spare. */
const USUAL_WORKER = 2048 * MEGABYTE;
/** With less than this nothing is evaluated. */
const LEAST_WORKER = 256 * MEGABYTE;
const USED_PART = 0.75;

/** A message if they make no sense. */
export function readWorkers({ workers, maxMemory }: WorkerFlags, context: Context): EvaluatorsOptions | Message {
  const count = workers === undefined ? undefined : wholeNumber(workers);
  if (workers !== undefined && (count === undefined || count < 1 || count > MOST_WORKERS))
    return toolMessages["invalid-amount"]("--workers", workers, `a number from 1 to ${MOST_WORKERS}`);
  const given = maxMemory === undefined ? undefined : bytesOf(maxMemory);
  if (maxMemory !== undefined && (given === undefined || given < LEAST_WORKER))
    return toolMessages["invalid-amount"]("--max-memory", maxMemory, "a size such as 6G or 900M, 256M at least");
  const fitting = Math.floor((given ?? context.freeMemory() * USED_PART) / USUAL_WORKER);
  const wanted = count ?? Math.max(1, Math.min(context.processors, fitting));
  if (given === undefined) return { workers: wanted };
  return { workers: Math.min(wanted, Math.floor(given / LEAST_WORKER)), memory: given };
}

const MOST_WORKERS = 256;
const UNITS: Readonly<Record<string, number>> = { "": 1, K: 2 ** 10, M: MEGABYTE, G: 2 ** 30, T: 2 ** 40 };

function bytesOf(text: string): number | undefined {
  const [, number, unit] = /^(\d+(?:\.\d+)?)([KMGT]?)(?:i?B)?$/iu.exec(text) ?? [];
  return number === undefined ? undefined : Number(number) * UNITS[unit!.toUpperCase()]!;
}
