/** What can be added as a part, by the verbs that do it. */

import { module, profile, role } from "./module.ts";
import { overlay } from "./overlay.ts";
import { shell } from "./shell.ts";
import { template } from "./template.ts";

export const adders = { module, profile, role, overlay, shell, template } as const;

export type PartVerb = keyof typeof adders;
