/** What is asked for, as flags say it. */

import type { PartRequest } from "../../../scaffold/add/part.ts";

export interface PartFlags {
  readonly platform?: NonNullable<PartRequest["platform"]>;
  readonly description?: string;
}

export function requestOf(name: string, { platform, description }: PartFlags): PartRequest {
  return {
    name,
    ...(platform === undefined ? {} : { platform }),
    ...(description === undefined ? {} : { description }),
  };
}
