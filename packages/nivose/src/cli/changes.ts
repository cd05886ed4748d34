/**
 * What the change engine needs of the context, and how what it says is told. Files of several repositories are changed
 * repository by repository, each with a journal of its own.
 */

import { realpathSync, statSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type ChangeContext,
  type ChangeProblem,
  needsRecovery,
  recover,
  type Recovery,
  stateFolderOf,
  systemProcesses,
} from "../change/index.ts";
import { repositoryAround } from "../change/repository.ts";
import type { Context } from "./context.ts";
import type { Findings } from "./findings.ts";
import { stateHome } from "./state-home.ts";

/** `root` is the folder to which the paths of a plan are relative. */
export function changeContext(root: string, context: Context): ChangeContext {
  const { environment, now } = context;
  return {
    root,
    stateFolder: stateFolderOf(root, stateHome(environment)),
    processes: systemProcesses(process.pid, hostname(), process.kill.bind(process)),
    now,
    environment,
  };
}

/** The folder whose journal a change of this file belongs into, and the file's path in it. */
export function rootOf(file: string, context: Context): { readonly root: string; readonly path: string } {
  const real = realpathSync(file);
  const folder = path.dirname(real);
  const cwd = realpathSync(context.cwd);
  const root = repositoryAround(folder)?.top ?? (real.startsWith(cwd + path.sep) ? cwd : folder);
  return { root, path: path.relative(root, real) };
}

/** The folder whose journal is meant when nothing is named. */
export function rootHere(context: Context): string {
  const cwd = realpathSync(context.cwd);
  return repositoryAround(cwd)?.top ?? cwd;
}

/** Tells of changes that had been interrupted and were finished first. */
export function tellRecovered(
  { recovered }: { readonly recovered: readonly Recovery[] },
  root: string,
  context: Context,
  findings: Findings,
): void {
  for (const { title, result, leftAlone } of recovered) {
    context.stderr.write(`finished first: '${title}', which had been interrupted, is ${result}\n`);
    for (const problem of leftAlone) findings.add(problem, placeOf(problem, root, context));
  }
}

/**
 * Finishes what was interrupted where these files and folders are, before they are read: a plan that is made from half
 * of a change would not fit the whole of it.
 */
export async function finishInterrupted(names: readonly string[], context: Context, findings: Findings): Promise<void> {
  for (const root of rootsOf(names, context)) {
    const change = changeContext(root, context);
    const recovered = await whenFree(
      change,
      () => recover(change),
      (result) => (result.ok ? [] : result.problems),
    );
    if (recovered.ok) tellRecovered({ recovered: recovered.value }, root, context, findings);
    else for (const problem of recovered.problems) findings.add(problem, placeOf(problem, root, context));
  }
}

/** Tries again while another command changes files there: several that run at once, as hooks like to do, wait. */
export async function whenFree<Result>(
  change: ChangeContext,
  attempt: () => Result,
  problemsOf: (result: Result) => readonly ChangeProblem[],
): Promise<Result> {
  for (let attempts = 1; ; attempts++) {
    const result = attempt();
    const busy = problemsOf(result).some(({ code }) => code === "change-busy");
    if (!busy || attempts === MOST_ATTEMPTS) return result;
    // not all at the same moment again
    await sleep(50 + ((change.processes.own * 7919) % 100));
  }
}

const MOST_ATTEMPTS = 100;

/** Says that a change is not finished, for verbs that change nothing themselves. */
export function tellInterrupted(names: readonly string[], context: Context): void {
  for (const root of rootsOf(names, context)) {
    const { stateFolder } = changeContext(root, context);
    if (!needsRecoverySafely(stateFolder)) continue;
    const where = nameOf(".", root, context) || ".";
    context.stderr.write(`a change in ${where} is not finished; 'nivose fmt' or 'nivose undo' finishes it first\n`);
  }
}

function needsRecoverySafely(stateFolder: string): boolean {
  try {
    return needsRecovery(stateFolder);
  } catch {
    return false; // a state folder that cannot be read is told of by the verbs that need it
  }
}

function rootsOf(names: readonly string[], context: Context): Set<string> {
  const roots = new Set<string>();
  for (const name of names.filter((each) => each !== "-" && each !== "")) {
    try {
      const real = realpathSync(path.resolve(context.cwd, name));
      roots.add(statSync(real).isDirectory() ? rootOfFolder(real, context) : rootOf(real, context).root);
    } catch {
      // what is not there is told of when it is read
    }
  }
  return roots;
}

function rootOfFolder(folder: string, context: Context): string {
  const cwd = realpathSync(context.cwd);
  return repositoryAround(folder)?.top ?? (folder === cwd || folder.startsWith(cwd + path.sep) ? cwd : folder);
}

/** The name by which the user knows a file, from its path below the root. */
export function nameOf(file: string, root: string, context: Context): string {
  return path.relative(context.cwd, path.resolve(root, file));
}

/** Where a problem is, as the user would name it. */
export function placeOf(problem: ChangeProblem, root: string, context: Context): string | undefined {
  return problem.path === undefined ? undefined : nameOf(problem.path, root, context);
}
