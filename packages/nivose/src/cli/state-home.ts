import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Context } from "./context.ts";

/**
 * The folder for what is neither configuration nor cache: journals and histories. Where there is no home, as where
 * packages are built, they are not kept, but everything works all the same.
 */
export function stateHome({ XDG_STATE_HOME, HOME }: Context["environment"]): string {
  if (XDG_STATE_HOME !== undefined && path.isAbsolute(XDG_STATE_HOME)) return XDG_STATE_HOME;
  if (HOME !== undefined && existsSync(HOME)) return path.join(HOME, ".local/state");
  return mkdtempSync(path.join(tmpdir(), "nivose-state-"));
}
