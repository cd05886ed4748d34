/**
 * What takes longest is begun first: a command line that looks as if it evaluated a flake gets the thread for it before the
 * command itself is loaded. Nothing depends on whether it was right.
 */

import { startAhead } from "@nivose/nix/engine/worker";
import { unitCacheOf } from "./unit-cache.ts";

export function evaluateAhead(environment: NodeJS.ProcessEnv): void {
  startAhead({ cache: unitCacheOf({ environment }), now: Math.floor(Date.now() / 1000) });
}
