import { existsSync } from "node:fs";
import path from "node:path";
import type { Context } from "./context.ts";

/** The folder for what was made for the user and is worth keeping; nothing where there is no home. */
export function dataHome({ XDG_DATA_HOME, HOME }: Context["environment"]): string | undefined {
  if (XDG_DATA_HOME !== undefined && path.isAbsolute(XDG_DATA_HOME)) return path.join(XDG_DATA_HOME, "nivose");
  return HOME !== undefined && existsSync(HOME) ? path.join(HOME, ".local/share/nivose") : undefined;
}
