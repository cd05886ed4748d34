/** `nivose remove service`. */

import { cannotGrow } from "../../../scaffold/growth.ts";
import { serviceMessages } from "../../../scaffold/service/messages.ts";
import { removeService } from "../../../scaffold/service/remove-service.ts";
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
    return removeService({ name, host }, site, fleet, names);
  });
}
