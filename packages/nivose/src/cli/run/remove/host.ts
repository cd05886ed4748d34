/** `nivose remove host`. */

import { hostRemoved } from "../../../scaffold/regrow/changes/hosts.ts";
import { regrow } from "../../../scaffold/regrow/regrow.ts";
import { removeHost } from "../../../scaffold/site/remove-host.ts";
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
      ? removeHost({ repository }, name)
      : regrow(own, repository, hostRemoved(name), regrowContext(root, context));
  });
}
