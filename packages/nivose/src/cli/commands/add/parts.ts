/** Verbs that add what hosts are made of, and what a repository offers besides them. */

import { module } from "./module.ts";
import { profile } from "./profile.ts";
import { role } from "./role.ts";

export const addParts = { module, profile, role } as const;
