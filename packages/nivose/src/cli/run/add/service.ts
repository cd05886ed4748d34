/** `nivose add service`. */

import { updateService } from "../../../scaffold/service/update-service.ts";
import { assumedNotes } from "../../../scaffold/service/assumed.ts";
import { wrongWish } from "../../../scaffold/service/wrong-wish.ts";
import { addService } from "../../../scaffold/service/add-service.ts";
import { cannotGrow, type Grown, type Growth } from "../../../scaffold/growth.ts";
import { isOwnService, withDocuments, withService } from "../../../scaffold/service/own.ts";
import { regrow } from "../../../scaffold/regrow/regrow.ts";
import { catalogue } from "../../../services/catalogue.ts";
import { regrowContext } from "../../grow/regrow-context.ts";
import type { Context } from "../../context.ts";
import type { ExitCode } from "../../exit-codes.ts";
import { type EvaluatedFlags, evaluatedHost } from "../../grow/evaluated.ts";
import { unsavedBy } from "../../grow/carry-out.ts";
import { grow, type PlaceFlags } from "../../grow/grow.ts";
import { type Trial, tried } from "../../grow/tried.ts";

interface Flags extends PlaceFlags, Omit<EvaluatedFlags, "json"> {
  readonly on?: string;
  readonly port?: readonly string[];
  readonly set?: readonly string[];
  readonly withNeeds: boolean;
  readonly update: boolean;
}

export async function run(context: Context, flags: Flags, [name = ""]: readonly string[]): Promise<ExitCode> {
  const { on, port: ports = [], set: settings = [], withNeeds } = flags;
  const title = catalogue[name]?.title ?? name;
  return grow(context, flags, async (site, here) => {
    const { own, repository } = site;
    const evaluation = { repository, here, flags, context };
    const [first, ...others] = own?.fleet.hosts ?? [];
    const only = others.length === 0 ? first?.name : undefined;
    const named = { name, host: on ?? only ?? "", ports, settings, withNeeds };
    const change = withService(named, `Add ${title} to ${named.host}`);
    const drawing = regrowContext(here.root, context);
    const wrong = wrongWish(named, site);
    if (wrong !== undefined) return { ok: false, problems: [wrong] };
    const trial = async (grown: Grown, what: Trial): Promise<Grown> => {
      const unsaved = unsavedBy(grown, site.repository, here.root, flags, context);
      return unsaved.length > 0 ? { ok: false, problems: unsaved } : tried(grown, what, evaluation);
    };
    if (own !== undefined && !flags.update && isOwnService(named, site)) {
      const grown = await regrow(own, repository, change, drawing);
      // where it cannot be drawn again, it is added as to any other repository
      const notes = assumedNotes(name, settings, repository);
      if (grown.ok && grown.growth.files.size > 0)
        return trial(withNotes(grown.growth, notes), { host: named.host, title, way: "with", wish: named });
      if (grown.ok) return grown;
    }
    const evaluated = await evaluatedHost(on, evaluation);
    if ("code" in evaluated) return cannotGrow(evaluated);
    const { name: host, fleet } = evaluated;
    if (flags.update)
      return trial(updateService({ name, host }, site, fleet), { host, title, way: "with", before: fleet });
    const wish = { name, host, ports, settings, withNeeds };
    const grown = await trial(addService(wish, site, fleet), { host, title, way: "with", before: fleet, wish });
    return withDocuments(grown, change, site, drawing);
  });
}

function withNotes(growth: Growth, notes: readonly string[]): Grown {
  return { ok: true, growth: { ...growth, notes: [...growth.notes, ...notes] } };
}
