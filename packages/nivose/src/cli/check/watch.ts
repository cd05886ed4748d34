/**
 * `--watch`: what comes and what goes as files change. The sources are looked at first, which takes milliseconds; then the hosts,
 * of which only those are evaluated again that have read what was changed.
 */

import { watch as watchFolder } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { KeptFindings } from "../../check/run.ts";
import type { Repository } from "../../check/source/repository.ts";
import type { Evaluating } from "../ask-flake.ts";
import type { ExitCode } from "../exit-codes.ts";
import { refuse } from "../refuse.ts";
import { fileProblem } from "../sources.ts";
import { readWorkers } from "../worker-flags.ts";
import { checkFleet } from "./check-fleet.ts";
import { chosenRules } from "./known-rules.ts";
import { readRepository } from "./read-repository.ts";
import { isSameSources, Screen, type Watched } from "./watch-screen.ts";

/** An editor that saves does several things to a file. */
const QUIET_MS = 20;

export async function watch(watched: Watched): Promise<ExitCode> {
  const { here, selection, flags, context } = watched;
  const workers = readWorkers(flags, context);
  if ("code" in workers) return refuse(workers, context);
  const { Evaluators } = await import("../evaluators.ts");
  const evaluators = new Evaluators(workers);
  // the evaluators stay, with all that they have read
  const kept: Evaluating = { evaluate: (...request) => evaluators.evaluate(...request), end: async () => {} };
  const changes = new Changes(here.root);
  const screen = new Screen(watched);
  const known: KeptFindings = new WeakMap();
  const asksHosts = chosenRules(selection).some(({ reads }) => reads === "hosts");
  let repository: Repository | undefined;
  let isTold = false;
  // while hosts are evaluated, sources are looked at all the same; what has changed meanwhile is evaluated next
  let evaluation: Promise<void> | undefined;
  let isStale = false;
  const evaluateHosts = async (start: number): Promise<void> => {
    const now = repository!;
    const found = await checkFleet({ ...watched, repository: now, kept: known, evaluators: kept, isQuiet: isTold });
    isTold = true;
    evaluation = undefined;
    if ("code" in found) return;
    if (isSameSources(now, repository))
      screen.tell(found, now, { withHosts: true, milliseconds: performance.now() - start });
    else isStale = true;
  };
  try {
    for (;;) {
      const start = performance.now();
      repository = readRepository(here, context, repository?.files);
      const check = { ...watched, repository, kept: known, selection: { ...selection, isSourceOnly: true } };
      const ofSources = await checkFleet(check);
      if ("code" in ofSources) return refuse(ofSources, context);
      screen.tell(ofSources, repository, { withHosts: false, milliseconds: performance.now() - start });
      if (asksHosts) evaluation ??= evaluateHosts(start);
      for (isStale = false; !changes.areThere;) {
        await Promise.race([changes.arrive(), ...(evaluation === undefined ? [] : [evaluation])]);
        if (isStale && evaluation === undefined) {
          isStale = false;
          evaluation = evaluateHosts(performance.now());
        }
      }
      const problem = await changes.settle();
      if (problem !== undefined) return refuse(fileProblem(problem, here.root), context);
    }
  } finally {
    changes.end();
    await evaluators.end();
  }
}

/** Whether something has changed since it was looked at last. */
class Changes {
  readonly #watcher;
  #problem: Error | undefined;
  #wake: (() => void) | undefined;
  areThere = false;

  constructor(root: string) {
    this.#watcher = watchFolder(root, { recursive: true }, (_event, name) => {
      // Git's own files change all the time; what it knows is in its index
      if (name !== null && name.startsWith(`.git${path.sep}`) && name !== path.join(".git", "index")) return;
      this.#notice();
    });
    this.#watcher.on("error", (error) => {
      this.#problem = error;
      this.#notice();
    });
  }

  async arrive(): Promise<void> {
    if (!this.areThere) await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  /** Waits until an editor is done. Why nothing can be watched any more, if that is so. */
  async settle(): Promise<Error | undefined> {
    await sleep(QUIET_MS);
    this.areThere = false;
    return this.#problem;
  }

  end(): void {
    this.#watcher.close();
  }

  #notice(): void {
    this.areThere = true;
    this.#wake?.();
  }
}
