/** What can be added as a part, by the verbs that do it. */

import { flake } from "./flake.ts";
import { module, profile, role } from "./module.ts";
import { overlay } from "./overlay.ts";
import { packageAdder } from "./package.ts";
import { shell } from "./shell.ts";
import { template } from "./template.ts";

export const adders = { module, profile, role, package: packageAdder, overlay, shell, template, flake } as const;

export type PartVerb = keyof typeof adders;
