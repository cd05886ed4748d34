/**
 * Which processes live. A process number alone is not enough for a lock that outlives its process: numbers are given
 * out again. On Linux the time at which a process started, together with the boot that it started in, tells two
 * processes of the same number apart; elsewhere the number has to do.
 */

import { readFileSync } from "node:fs";
import { errorCode } from "./problem.ts";

export interface Processes {
  readonly host: string;
  readonly own: number;
  /** What tells the process of this number from any other one that ever has it; `undefined` if there is none. */
  readonly identify: (pid: number) => string | undefined;
}

/** What is said of a process that lives where nothing more is known about it. */
export const UNKNOWN_PROCESS = "unknown";

/** `signal` is that of the runtime (`process.kill`); nothing is sent but the signal 0, which only asks. */
export function systemProcesses(own: number, host: string, signal: (pid: number, signal: 0) => unknown): Processes {
  return { own, host, identify: (pid) => (lives(pid, signal) ? birthOf(pid) : undefined) };
}

function lives(pid: number, signal: (pid: number, signal: 0) => unknown): boolean {
  try {
    signal(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else
    return errorCode(error) !== "ESRCH";
  }
}

function birthOf(pid: number): string | undefined {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").slice(0, 8);
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    // the name of the program, in brackets, can contain anything
    const fields = status.slice(status.lastIndexOf(")") + 2).split(" ");
    const [state, started] = [fields[0], fields[19]];
    return state === "Z" || state === "X" ? undefined : `${started}-${boot}`;
  } catch {
    return UNKNOWN_PROCESS;
  }
}
