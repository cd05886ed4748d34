/** What is asked for, as flags say it. */

import type { Language } from "../../../scaffold/add/languages.ts";
import type { PartRequest } from "../../../scaffold/add/part.ts";
import { asDescription } from "../../../scaffold/place/part-values.ts";

export interface PartFlags {
  readonly platform?: NonNullable<PartRequest["platform"]>;
  readonly description?: string;
  readonly language?: Language;
  readonly envrc?: boolean;
}

/** Each kind of part looks at what is meant for it. */
export function requestOf(
  name: string,
  { platform, description, language, envrc }: PartFlags,
): PartRequest & PartFlags {
  return {
    name,
    ...(platform === undefined ? {} : { platform }),
    ...(description === undefined ? {} : { description: asDescription(description) }),
    ...(language === undefined ? {} : { language }),
    ...(envrc === undefined ? {} : { envrc }),
  };
}
