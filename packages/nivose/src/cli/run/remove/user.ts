/** `nivose remove user`. */

import { cannotGrow } from "../../../scaffold/growth.ts";
import { scaffoldMessages } from "../../../scaffold/messages.ts";
import { userRemoved } from "../../../scaffold/regrow/changes/users.ts";
import { regrow } from "../../../scaffold/regrow/regrow.ts";
import type { Context } from "../../context.ts";
import type { ExitCode } from "../../exit-codes.ts";
import { grow, type PlaceFlags } from "../../grow/grow.ts";
import { regrowContext } from "../../grow/regrow-context.ts";

export function run(context: Context, flags: PlaceFlags, [name = ""]: readonly string[]): Promise<ExitCode> {
  return grow(context, flags, ({ own, repository }, { root }) =>
    own === undefined
      ? cannotGrow(scaffoldMessages["grow-not-ours"]("a user can be removed"))
      : regrow(own, repository, userRemoved(name), regrowContext(root, context)),
  );
}
