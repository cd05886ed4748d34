/** A context of a test's own making: nothing of it is the process, and what is written can be read. */

import type { Context, Output } from "../../src/cli/context.ts";

export class FakeOutput implements Output {
  text = "";
  readonly isTerminal: boolean;
  readonly columns: number | undefined;

  constructor(columns?: number) {
    this.isTerminal = columns !== undefined;
    this.columns = columns;
  }

  write(data: string | Uint8Array): void {
    this.text += typeof data === "string" ? data : Buffer.from(data).toString();
  }

  async drained(): Promise<void> {}
}

export type FakeContext = Context & { readonly stdout: FakeOutput; readonly stderr: FakeOutput };

export function fakeContext(changes: Partial<Context> = {}, columns?: number): FakeContext {
  const stdout = new FakeOutput(columns);
  const stderr = new FakeOutput(columns);
  return {
    stdin: { isTerminal: false, isSent: false, read: async () => new Uint8Array() },
    environment: {},
    cwd: "/",
    now: () => 0,
    processors: 1,
    freeMemory: () => 2 ** 32,
    onInterrupt: () => () => {},
    openLines: async () => ({ read: async () => ({ kind: "end" }), close() {} }),
    openKeys: async () => ({ next: async () => undefined, size: () => ({ columns: 80, rows: 24 }), close() {} }),
    color: "auto",
    runtime: { node: "v0", platform: "none" },
    commandLine: async () => 0,
    ...changes,
    stdout,
    stderr,
  };
}
