/**
 * Keeps two processes from changing files of one repository at the same time. Every process raises a flag of its own,
 * a file whose name says who it is, and only then looks for others (the technique of Dekker's algorithm: of two that
 * come at once at least one sees the other). So there is no lock file that two processes could take over from a dead
 * one: a flag is removed by its owner, or by anybody once its owner is dead. Two that come at the very same moment may
 * both step back.
 */

import { closeSync, openSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { ChangeContext } from "./context.ts";
import { clearFile, makePrivateFolders, type StepHook } from "./disk.ts";
import { changeMessages } from "./messages.ts";
import { attempt, errorCode, refuse } from "./problem.ts";
import { UNKNOWN_PROCESS, type Processes } from "./processes.ts";

/** Runs an action while no other process changes files here, or throws a refusal with `change-busy`. */
export function withLock<Result>(context: ChangeContext, step: StepHook, action: () => Result): Result {
  const { processes } = context;
  const folder = join(context.stateFolder, "locks");
  const own = flagOf(processes);
  attempt(folder, () => raise(step, folder, own));
  try {
    const other = attempt(folder, () => livingOther(step, folder, own, processes));
    if (other !== undefined) busy(folder, other);
    return action();
  } finally {
    lower(step, join(folder, own));
  }
}

/** `<process>.<identity>.<host>`: all that there is to know is in the name, so that no flag is ever half written. */
function flagOf(processes: Processes): string {
  const identity = processes.identify(processes.own) ?? UNKNOWN_PROCESS;
  return `${processes.own}.${identity}.${encodeURIComponent(processes.host)}`;
}

function raise(step: StepHook, folder: string, own: string): void {
  makePrivateFolders(step, folder);
  const location = join(folder, own);
  step("lock", location);
  try {
    closeSync(openSync(location, "wx", 0o600));
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
    // another thread of this process, unless it was another process that had our number before us
    if (!own.includes(`.${UNKNOWN_PROCESS}.`)) busy(folder, own);
  }
}

/** A flag that cannot be lowered falls with its process. */
function lower(step: StepHook, location: string): void {
  try {
    clearFile(step, location);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
}

/** The flag of another process that lives. Those of dead ones are removed. */
function livingOther(step: StepHook, folder: string, own: string, processes: Processes): string | undefined {
  for (const flag of readdirSync(folder)) {
    if (flag === own) continue;
    const [pid = "", identity = "", ...host] = flag.split(".");
    // whether a process of another machine lives cannot be seen from here
    if (host.join(".") !== encodeURIComponent(processes.host)) return flag;
    const living = processes.identify(Number(pid));
    const same = living === identity || living === UNKNOWN_PROCESS || identity === UNKNOWN_PROCESS;
    if (living !== undefined && same) return flag;
    clearFile(step, join(folder, flag));
  }
  return undefined;
}

function busy(folder: string, flag: string): never {
  const [pid, , ...host] = flag.split(".");
  const message = changeMessages["change-busy"](`process ${pid} on ${decodeURIComponent(host.join("."))}`);
  return refuse(message, join(folder, flag));
}
