/** `nivose remove service`. */

import { wrongWish } from "../../../scaffold/service/wrong-wish.ts";
import { cannotGrow, type Grown } from "../../../scaffold/growth.ts";
import { isOwnService, withDocuments, withoutService } from "../../../scaffold/service/own.ts";
import { regrow } from "../../../scaffold/regrow/regrow.ts";
import { catalogue } from "../../../services/catalogue.ts";
import { regrowContext } from "../../grow/regrow-context.ts";
import { isShared, neededBy, notesOfLeft, removeService } from "../../../scaffold/service/remove-service.ts";
import type { Context } from "../../context.ts";
import type { ExitCode } from "../../exit-codes.ts";
import { type EvaluatedFlags, evaluatedHost } from "../../grow/evaluated.ts";
import { unsavedBy } from "../../grow/carry-out.ts";
import { grow, type PlaceFlags } from "../../grow/grow.ts";
import { tried } from "../../grow/tried.ts";
import type { EvaluatedFleet } from "../../../check/hosts/evaluated-fleet.ts";

interface Flags extends PlaceFlags, Omit<EvaluatedFlags, "json"> {
  readonly on?: string;
}

export async function run(context: Context, flags: Flags, [name = ""]: readonly string[]): Promise<ExitCode> {
  return grow(context, flags, async (site, here) => {
    const evaluation = { repository: site.repository, here, flags, context };
    const wrong = wrongWish({ name, host: flags.on ?? "", ports: [], settings: [], withNeeds: false }, site);
    if (wrong !== undefined) return { ok: false, problems: [wrong] };
    const evaluated = await evaluatedHost(flags.on, evaluation, (host, fleet) => isShared(name, host, fleet));
    if ("code" in evaluated) return cannotGrow(evaluated);
    const { name: host, fleet } = evaluated;
    const { own, repository } = site;
    const wish = { name, host, ports: [], settings: [], withNeeds: false };
    const needed = neededBy(wish, fleet);
    const title = catalogue[name]?.title ?? name;
    const change = withoutService(wish, `Remove ${title} from ${host}`);
    const drawing = regrowContext(here.root, context);
    const trial = async (grown: Grown): Promise<Grown> => {
      const unsaved = unsavedBy(grown, repository, here.root, flags, context);
      if (unsaved.length > 0) return { ok: false, problems: unsaved };
      return tried(
        grown,
        { host, others: othersWith(grown, host, fleet), title, way: "without", before: fleet },
        evaluation,
      );
    };
    if (own !== undefined && needed === undefined && isOwnService(wish, site)) {
      const grown = await regrow(own, repository, change, drawing);
      if (grown.ok && grown.growth.files.size > 0) {
        const { growth } = grown;
        const notes = [...growth.notes, ...notesOfLeft(wish, fleet)];
        return trial({ ok: true, growth: { ...growth, notes } });
      }
    }
    return withDocuments(await trial(removeService(wish, site, fleet)), change, site, drawing);
  });
}

/** Hosts that have a module which goes. */
function othersWith(grown: Grown, host: string, { hosts }: EvaluatedFleet): readonly string[] {
  if (!grown.ok) return [];
  const gone = [...grown.growth.files].flatMap(([name, after]) => (after === undefined ? [name] : []));
  return hosts
    .filter(
      (each) => each.host.name !== host && each.problem === undefined && gone.some((name) => each.files.has(name)),
    )
    .map((each) => each.host.name);
}
