/** Verbs that add what hosts are made of, and what a repository offers besides them. */

import { flake } from "./flake.ts";
import { module } from "./module.ts";
import { overlay } from "./overlay.ts";
import { packageVerb } from "./package.ts";
import { profile } from "./profile.ts";
import { role } from "./role.ts";
import { shell } from "./shell.ts";
import { template } from "./template.ts";

export const addParts = { module, profile, role, package: packageVerb, overlay, shell, template, flake } as const;
