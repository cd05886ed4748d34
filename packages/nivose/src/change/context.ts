/** What a change needs of the world around it. The command line puts it together; tests put together another one. */

import type { StepHook } from "./disk.ts";
import type { Processes } from "./processes.ts";

export interface ChangeContext {
  /** The absolute path of the folder that all paths of a plan are relative to. */
  readonly root: string;
  /** Where journals and locks are kept; see `state-folder.ts`. Made when it is first needed. */
  readonly stateFolder: string;
  readonly processes: Processes;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** For the programs that are started (git). */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Called before every single thing that is done to the disk. Tests kill the process in it, or let it throw. */
  readonly onStep?: StepHook;
}
