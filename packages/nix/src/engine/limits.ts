/** How much an evaluation may take. How deeply it may call is a question of the language, and part of the request. */

/** What a thread or a process gets when it starts. */
export interface MemoryLimits {
  /** Bytes for values, environments and code; two gigabytes at most, and if nothing is said. */
  readonly heapBytes?: number;
  /** Bytes for texts, trees and tables; four gigabytes if nothing is said. */
  readonly textBytes?: number;
}

export interface EvaluateOptions {
  /** Ends the evaluation: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds. When they are over, the reply is a failure. */
  readonly time?: number | undefined;
  /** Gets the lines of `trace` and of warnings, without their ends, as bytes. */
  readonly onTrace?: ((line: string) => void) | undefined;
}

const MEGABYTE = 2 ** 20;

/** Megabytes. A thousand calls of an expression take about one. */
const STACK_SIZE = 900;
const TEXT_SIZE = 4096;
/** Nearly all that is made besides values is forgotten at once; it need not be looked through every few milliseconds. */
const YOUNG_SIZE = 64;

export function resourceLimits({ textBytes }: MemoryLimits): {
  readonly stackSizeMb: number;
  readonly maxOldGenerationSizeMb: number;
  readonly maxYoungGenerationSizeMb: number;
} {
  const texts = textBytes === undefined ? TEXT_SIZE : Math.ceil(textBytes / MEGABYTE);
  return { stackSizeMb: STACK_SIZE, maxOldGenerationSizeMb: texts, maxYoungGenerationSizeMb: YOUNG_SIZE };
}

/** Whether the evaluator can run here at all. */
export function hasWebAssembly(): boolean {
  return "WebAssembly" in globalThis;
}

export function heapWords({ heapBytes }: MemoryLimits): number | undefined {
  return heapBytes === undefined ? undefined : Math.floor(heapBytes / 4);
}
