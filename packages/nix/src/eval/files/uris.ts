/** Which URLs an evaluation in restricted mode may ask for. */

import { checkAllowed } from "./files.ts";
import { fail } from "../machine/machine.ts";
import { settings } from "../machine/settings.ts";

export function checkUri(uri: string): void {
  if (!settings.restricted || settings.allowedUris.some((prefix) => isBelow(uri, prefix))) return;
  if (uri.startsWith("/")) checkAllowed(uri);
  else if (uri.startsWith("file://")) checkAllowed(uri.slice("file://".length));
  else throw fail("restricted", `access to URI '${uri}' is forbidden in restricted mode`);
}

/** Why what a URI names is not fetched: there are no fetchers yet, for what lies on this machine neither. */
export function whyNotFetched(uri: string): string {
  const isHere = /^(?:path:|(?:[a-z]+\+)?file:|[/.])/.test(uri);
  return `is not supported yet${isHere ? ", even though it is on this machine" : ": it needs a network"}`;
}

/** `https://github.co` does not allow `https://github.com`; `github:` allows all that start with it. */
function isBelow(uri: string, prefix: string): boolean {
  if (uri === prefix) return true;
  if (prefix === "" || !uri.startsWith(prefix)) return false;
  return prefix.endsWith("/") || uri[prefix.length] === "/" || /^[a-z][a-z0-9+.-]*:$/.test(prefix);
}
