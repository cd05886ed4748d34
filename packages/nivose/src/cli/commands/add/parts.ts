/** Verbs that add what hosts are made of, and what a repository offers besides them. */

import { module } from "./module.ts";
import { overlay } from "./overlay.ts";
import { profile } from "./profile.ts";
import { role } from "./role.ts";
import { shell } from "./shell.ts";
import { template } from "./template.ts";

export const addParts = { module, profile, role, overlay, shell, template } as const;
