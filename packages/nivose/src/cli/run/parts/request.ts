/** What is asked for, as flags say it. */

import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import type { Language } from "../../../scaffold/add/languages.ts";
import type { PartRequest } from "../../../scaffold/add/part.ts";
import { asDescription } from "../../../scaffold/place/part-values.ts";

export interface PartFlags {
  readonly platform?: NonNullable<PartRequest["platform"]>;
  readonly description?: string;
  readonly language?: Language;
  readonly envrc?: boolean;
  readonly from?: string;
  readonly input?: readonly string[];
}

/** Each kind of part looks at what is meant for it. */
export function requestOf(
  name: string,
  { platform, description, language, envrc, from, input }: PartFlags,
  folders: { readonly cwd: string; readonly root: string },
): PartRequest & PartFlags & { readonly inputs?: readonly string[] } {
  return {
    name,
    ...(platform === undefined ? {} : { platform }),
    ...(description === undefined ? {} : { description: asDescription(description) }),
    ...(language === undefined ? {} : { language }),
    ...(envrc === undefined ? {} : { envrc }),
    ...(input === undefined ? {} : { inputs: input.map((each) => each.replace(/\/+$/u, "")) }),
    ...(from === undefined ? {} : { from: within(folders.root, path.resolve(folders.cwd, from)) }),
  };
}

/** Relative to the repository, and as it is if it is outside of that. */
function within(root: string, folder: string): string {
  const real = existsSync(folder) ? realpathSync(folder) : folder;
  const relative = path.relative(root, real);
  return relative.startsWith("..") ? real : relative;
}
