/**
 * A process that changes files and may be killed on the way. Its one argument is JSON:
 *
 *     { "folder": "…", "do": "apply" | "undo" | "recover" | "on and on", "killAt": 12 }
 *
 * `folder` has the root, the state folder and `plan.json`. At step `killAt` it kills itself; without one it says at its
 * end what came of it.
 */

import { readFileSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { applyPlan } from "../../../src/change/apply.ts";
import type { ChangeContext } from "../../../src/change/context.ts";
import { planFromJson } from "../../../src/change/plan-json.ts";
import { systemProcesses } from "../../../src/change/processes.ts";
import { recover } from "../../../src/change/recover.ts";
import { undoLast } from "../../../src/change/undo.ts";

const task = JSON.parse(process.argv[2]!) as { folder: string; do: string; killAt?: number };
let step = 0;
const context: ChangeContext = {
  root: join(task.folder, "root"),
  stateFolder: join(task.folder, "state"),
  processes: systemProcesses(process.pid, hostname(), process.kill),
  now: Date.now,
  environment: process.env,
  onStep: () => {
    if (step++ === task.killAt) process.kill(process.pid, "SIGKILL");
  },
};
const plan = planFromJson(readFileSync(join(task.folder, "plan.json"), "utf8"));
if (!plan.ok) throw new Error(JSON.stringify(plan.problems));

switch (task.do) {
  case "apply":
    say(applyPlan(plan.value, context));
    break;
  case "undo":
    say(undoLast(context));
    break;
  case "recover":
    say(recover(context));
    break;
  default:
    // the new tree has no room for the plan, and the old one nothing to undo: one of the two always works
    for (let round = 0; ; round++) {
      const outcome = round % 2 === 0 ? applyPlan(plan.value, context) : undoLast(context);
      if (round === 0) say(outcome);
    }
}

function say(outcome: unknown): void {
  writeSync(1, `${JSON.stringify(outcome)}\n`);
}
