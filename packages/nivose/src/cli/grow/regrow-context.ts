/** What drawing a fleet anew needs of the context: templates, chance, keys. */

import { encryptDocument } from "@nivose/sops";
import { randomBytes } from "node:crypto";
import type { RegrowContext } from "../../scaffold/regrow/regrow.ts";
import type { Fleet } from "../../scaffold/spec/fleet-spec.ts";
import { templatesOf } from "../../scaffold/template.ts";
import type { Context } from "../context.ts";
import { openSecrets } from "../init/open-secrets.ts";
import { presetsFolder } from "../init/presets-folder.ts";

export function regrowContext(root: string, context: Context): RegrowContext {
  const random = (length: number): Uint8Array => randomBytes(length);
  return {
    templates: ({ name }) => templatesOf(presetsFolder(), name),
    random,
    encrypt: async (text, recipients) =>
      encryptDocument({ text, format: "yaml", recipients, rules: {}, random, now: new Date(context.now()) }),
    withOperators(fleet: Fleet) {
      const opened = openSecrets(fleet, true, {}, root, context);
      return "problem" in opened ? opened : opened.fleet;
    },
  };
}
