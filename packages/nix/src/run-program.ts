/**
 * Running other programs. Most evaluations run none, and Node's module for it brings half of its network along, so that it
 * is loaded when the first one is run.
 */

import type * as ChildProcess from "node:child_process";

export const spawnSync = ((...words: Parameters<typeof ChildProcess.spawnSync>) =>
  process.getBuiltinModule("node:child_process").spawnSync(...words)) as typeof ChildProcess.spawnSync;
