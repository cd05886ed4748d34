/** What can be added as a part, by the verbs that do it. */

import { module, profile, role } from "./module.ts";
import type { PartAdder } from "./part.ts";

// oxlint-disable-next-line typescript/no-explicit-any -- each has requests of its own, which its verb makes
export const adders = { module, profile, role } as const satisfies Readonly<Record<string, PartAdder<any>>>;

export type PartVerb = keyof typeof adders;
