/** Reads the files that advice points at, and calls them what the user would. */

import path from "node:path";
import { encoded, type Sources } from "../advice/places/sources.ts";
import type { ReadSource } from "../report/advice-text.ts";
import type { Context } from "./context.ts";

/** Files below the folder that the command runs in are named from there. */
export function sourceReader(sources: Sources, { cwd }: Pick<Context, "cwd">): ReadSource {
  return ({ file, text }) => {
    const source = sources.get({ file: encoded(file), ...(text === undefined ? {} : { text }) });
    if (source === undefined || !file.startsWith("/")) return source;
    const relative = path.relative(cwd, file);
    return relative.startsWith("..") ? source : { ...source, name: relative };
  };
}
