/** The global registry, which is a file on a server. It is kept in the cache, and asked for anew by whoever needs it. */

import { randomUUID } from "node:crypto";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { downloadText } from "./http.ts";
import type { FetchOptions } from "./options.ts";
import { diskProblem } from "./workplace.ts";

/** The file that it was written to. */
export async function fetchRegistry(url: string, options: FetchOptions): Promise<string> {
  const text = await downloadText({ url }, options);
  const file = `${options.cache}/flake-registry.json`;
  const fresh = `${file}.${randomUUID()}`;
  try {
    mkdirSync(options.cache, { recursive: true });
    writeFileSync(fresh, text);
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw diskProblem(error, url);
  }
  return file;
}
