/** How findings name options. */

import { optionPathText } from "../../explain/option-path.ts";

/** Options of homes are named as in Home Manager, so that what several people share is told once. */
export function optionName(prefix: readonly string[], path: readonly string[]): string {
  return optionPathText([...(homeOf(prefix) ?? prefix), ...path]);
}

/** What lies below `home-manager.users.NAME`; nothing if that is elsewhere. */
export function homeOf(path: readonly string[]): readonly string[] | undefined {
  return path[0] === "home-manager" && path[1] === "users" && path.length > 2 ? path.slice(3) : undefined;
}
