/** `tarball:` and `file:`. */

import { type Attributes, inputFromUrl, parseUrl } from "../flake/reference/index.ts";
import { fetchArchive, fetchFile } from "./archive.ts";
import { FetchError } from "./error.ts";
import type { Fetched } from "./fetched.ts";
import { fetchMessages } from "./messages.ts";
import type { FetchOptions } from "./options.ts";
import { shownUrl } from "./shown-url.ts";

export async function fetchTarball(attributes: Attributes, options: FetchOptions): Promise<Fetched> {
  const wanted = wantedOf(attributes);
  const { narHash, lastModified, immutableUrl, place } = await fetchArchive(wanted, options);
  const locked = new Map(
    immutableUrl === undefined ? attributes : immutableInput(immutableUrl, wanted.source, options),
  );
  if (lastModified !== 0 && !locked.has("lastModified")) locked.set("lastModified", BigInt(lastModified));
  return { attributes: locked.set("narHash", narHash), place };
}

export async function fetchPlainFile(attributes: Attributes, options: FetchOptions): Promise<Fetched> {
  const { narHash, place } = await fetchFile(wantedOf(attributes), options);
  return { attributes: new Map([...attributes, ["narHash", narHash]]), place };
}

function wantedOf(attributes: Attributes): {
  readonly url: string;
  readonly source: string;
  readonly narHash: string | undefined;
} {
  const url = Buffer.from(String(attributes.get("url")), "latin1").toString();
  const narHash = attributes.get("narHash");
  return { url, source: shownUrl(url), narHash: typeof narHash === "string" && narHash !== "" ? narHash : undefined };
}

/** The server says where this very thing can be had again. */
function immutableInput(link: string, source: string, { warn }: FetchOptions): Attributes {
  const surroundings = { experimentalFeatures: new Set(["flakes"]), warn };
  const input = (() => {
    try {
      return inputFromUrl(parseUrl(Buffer.from(link).toString("latin1"), warn), true, surroundings);
    } catch {
      return undefined;
    }
  })();
  if (input?.attributes.get("type") === "tarball") return input.attributes;
  throw new FetchError(fetchMessages["immutable-link"](source));
}
