/** `nivose remove service`. */

import { cannotGrow } from "../../../scaffold/growth.ts";
import { serviceMessages } from "../../../scaffold/service/messages.ts";
import { isOwnService, withoutService } from "../../../scaffold/service/own.ts";
import { regrow } from "../../../scaffold/regrow/regrow.ts";
import { catalogue } from "../../../services/catalogue.ts";
import { regrowContext } from "../../grow/regrow-context.ts";
import { neededBy, removeService } from "../../../scaffold/service/remove-service.ts";
import type { Context } from "../../context.ts";
import type { ExitCode } from "../../exit-codes.ts";
import { type EvaluatedFlags, evaluatedHosts } from "../../grow/evaluated.ts";
import { grow, type PlaceFlags } from "../../grow/grow.ts";

interface Flags extends PlaceFlags, Omit<EvaluatedFlags, "json"> {
  readonly on?: string;
}

export async function run(context: Context, flags: Flags, [name = ""]: readonly string[]): Promise<ExitCode> {
  return grow(context, flags, async (site, here) => {
    const fleet = await evaluatedHosts(site.repository, here, flags, context);
    if ("code" in fleet) return cannotGrow(fleet);
    const names = fleet.hosts.map((each) => each.host.name);
    const host = flags.on ?? (names.length === 1 ? names[0] : undefined);
    if (host === undefined) return cannotGrow(serviceMessages["service-without-host"](names));
    const { own, repository } = site;
    const wish = { name, host, ports: [], settings: [], withNeeds: false };
    const needed = neededBy(wish, fleet);
    if (own !== undefined && needed === undefined && isOwnService(wish, site)) {
      const change = withoutService(wish, `Remove ${catalogue[name]?.title ?? name} from ${host}`);
      const grown = await regrow(own, repository, change, regrowContext(here.root, context));
      if (grown.ok && grown.growth.files.size > 0) return grown;
    }
    return removeService(wish, site, fleet, names);
  });
}
