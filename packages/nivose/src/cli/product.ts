/** What the package says of itself. */

import manifest from "../../package.json" with { type: "json" };

export const version: string = manifest.version;

/** One sentence on what the tool is. */
export const purpose: string = manifest.description;

/** Where bugs are reported, if the package names such a place. */
export const tracker: string | undefined = trackerOf(manifest as { readonly bugs?: Bugs });

type Bugs = string | { readonly url?: string; readonly email?: string };

function trackerOf({ bugs }: { readonly bugs?: Bugs }): string | undefined {
  return typeof bugs === "string" ? bugs : (bugs?.url ?? bugs?.email);
}
