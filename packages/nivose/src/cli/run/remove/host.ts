/** `nivose remove host`. */

import { hostRemoved } from "../../../scaffold/regrow/changes/hosts.ts";
import { regrow } from "../../../scaffold/regrow/regrow.ts";
import { removeAddedHost } from "../../../scaffold/site/remove-changed-host.ts";
import { drawnFleet } from "../../../scaffold/site/site.ts";
import { templatesOf } from "../../../scaffold/template.ts";
import type { Context } from "../../context.ts";
import type { ExitCode } from "../../exit-codes.ts";
import { grow, type PlaceFlags } from "../../grow/grow.ts";
import { regrowContext } from "../../grow/regrow-context.ts";
import { presetsFolder } from "../../init/presets-folder.ts";

interface RemoveFlags extends PlaceFlags {
  readonly changedToo: boolean;
}

export function run(context: Context, flags: RemoveFlags, [name = ""]: readonly string[]): Promise<ExitCode> {
  return grow(context, flags, (site, { root }) => {
    const { repository } = site;
    const own = drawnFleet(site);
    return own === undefined
      ? removeAddedHost(
          { repository },
          name,
          { evenIfChanged: flags.changedToo },
          templatesOf(presetsFolder(), "homelab"),
        )
      : regrow(own, repository, hostRemoved(name), regrowContext(root, context));
  });
}
