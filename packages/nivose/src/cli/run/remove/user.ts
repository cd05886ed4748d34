/** `nivose remove user`. */

import { userRemoved } from "../../../scaffold/regrow/changes/users.ts";
import { regrow } from "../../../scaffold/regrow/regrow.ts";
import { removeUser } from "../../../scaffold/site/remove-user.ts";
import { drawnFleet } from "../../../scaffold/site/site.ts";
import type { Context } from "../../context.ts";
import type { ExitCode } from "../../exit-codes.ts";
import { grow, type PlaceFlags } from "../../grow/grow.ts";
import { regrowContext } from "../../grow/regrow-context.ts";

export function run(context: Context, flags: PlaceFlags, [name = ""]: readonly string[]): Promise<ExitCode> {
  return grow(context, flags, (site, { root }) => {
    const { repository } = site;
    const own = drawnFleet(site);
    return own === undefined
      ? removeUser({ repository }, name)
      : regrow(own, repository, userRemoved(name), regrowContext(root, context));
  });
}
