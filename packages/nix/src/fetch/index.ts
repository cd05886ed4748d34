/**
 * Fetches sources of flakes into the cache, where evaluation finds them by their hashes. This is the only part that uses a
 * network, and nothing that evaluates can reach it.
 */

import { type Attributes, inputFromAttributes, inputUrl, printUrl } from "../flake/reference/index.ts";
import { fetchPlainFile, fetchTarball } from "./download-sources.ts";
import { FetchError } from "./error.ts";
import type { Fetched } from "./fetched.ts";
import { fetchFromForge } from "./forge.ts";
import { fetchGit } from "./git.ts";
import { fetchMessages } from "./messages.ts";
import type { FetchOptions } from "./options.ts";
import { shownUrl } from "./shown-url.ts";

export { parseAccessTokens } from "./credentials.ts";
export { FetchError } from "./error.ts";
export type { Fetched } from "./fetched.ts";
export type { FetchOptions, FetchProgress, NetworkSettings } from "./options.ts";
export { fetchMessages } from "./messages.ts";
export { fetchRegistry } from "./registry.ts";
export { shownUrl } from "./shown-url.ts";

/** The source of an input, direct and not relative. Throws {@link FetchError}, or the reason of the signal. */
export function fetchInput(attributes: Attributes, options: FetchOptions): Promise<Fetched> {
  const given = new Map([...attributes].filter(([name]) => name !== "__final"));
  switch (given.get("type")) {
    case "github":
    case "gitlab":
    case "sourcehut":
      return fetchFromForge(given, nameOf(given), options);
    case "tarball":
      return fetchTarball(given, options);
    case "file":
      return fetchPlainFile(given, options);
    case "git":
      return fetchGit(given, options);
    default:
      throw new FetchError(
        fetchMessages["not-fetchable"](nameOf(given), `sources of the type '${String(given.get("type"))}' are not`),
      );
  }
}

/** As it is shown, without what it is locked to. */
export function nameOf(attributes: Attributes): string {
  const surroundings = { experimentalFeatures: new Set(["flakes", "verified-fetches"]), warn: () => {} };
  const shown = new Map(
    [...attributes].filter(([name]) => !["narHash", "lastModified", "revCount", "__final"].includes(name)),
  );
  try {
    const url = printUrl(inputUrl(inputFromAttributes(shown, surroundings), surroundings));
    return shownUrl(Buffer.from(url, "latin1").toString());
  } catch {
    return String(attributes.get("url") ?? attributes.get("type"));
  }
}
