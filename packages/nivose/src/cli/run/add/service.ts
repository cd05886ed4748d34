/** `nivose add service`. */

import { updateService } from "../../../scaffold/service/update-service.ts";
import { addService } from "../../../scaffold/service/add-service.ts";
import { serviceMessages } from "../../../scaffold/service/messages.ts";
import { cannotGrow } from "../../../scaffold/growth.ts";
import { isOwnService, withService } from "../../../scaffold/service/own.ts";
import { regrow } from "../../../scaffold/regrow/regrow.ts";
import { catalogue } from "../../../services/catalogue.ts";
import { regrowContext } from "../../grow/regrow-context.ts";
import type { Context } from "../../context.ts";
import type { ExitCode } from "../../exit-codes.ts";
import { type EvaluatedFlags, evaluatedHosts } from "../../grow/evaluated.ts";
import { grow, type PlaceFlags } from "../../grow/grow.ts";

interface Flags extends PlaceFlags, Omit<EvaluatedFlags, "json"> {
  readonly on?: string;
  readonly port?: readonly string[];
  readonly set?: readonly string[];
  readonly withNeeds: boolean;
  readonly update: boolean;
}

export async function run(context: Context, flags: Flags, [name = ""]: readonly string[]): Promise<ExitCode> {
  const { on, port: ports = [], set: settings = [], withNeeds } = flags;
  return grow(context, flags, async (site, here) => {
    const named = { name, host: on ?? "", ports, settings, withNeeds };
    const { own, repository } = site;
    if (own !== undefined && !flags.update && isOwnService(named, site)) {
      const change = withService(named, `Add ${catalogue[name]?.title ?? name} to ${named.host}`);
      const grown = await regrow(own, repository, change, regrowContext(here.root, context));
      // where it cannot be drawn again, it is added as to any other repository
      if (grown.ok) return grown;
    }
    const fleet = await evaluatedHosts(site.repository, here, flags, context);
    if ("code" in fleet) return cannotGrow(fleet);
    const names = fleet.hosts.map((each) => each.host.name);
    const host = on ?? (names.length === 1 ? names[0] : undefined);
    if (host === undefined) return cannotGrow(serviceMessages["service-without-host"](names));
    if (flags.update) return updateService({ name, host }, site, fleet, names);
    return addService({ name, host, ports, settings, withNeeds }, site, fleet, names);
  });
}
