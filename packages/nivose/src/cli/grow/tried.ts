/** A growth of a host is tried before it is written: the host is evaluated as it would be, and what is wrong since then is told instead. */

import type { EvaluatedFleet } from "../../check/hosts/evaluated-fleet.ts";
import { listenersOf } from "../../check/services/listeners.ts";
import type { Grown } from "../../scaffold/growth.ts";
import { freePortHint } from "../../scaffold/service/free-port.ts";
import {
  misfitFacts,
  misfitsOf,
  newMisfits,
  tellMisfit,
  type Way,
  withoutTold,
} from "../../scaffold/service/misfits.ts";
import type { ServiceWish } from "../../scaffold/service/wish.ts";
import { evaluateFleet } from "../check/check-fleet.ts";
import { readRepository } from "../check/read-repository.ts";
import type { Evaluation } from "./evaluated.ts";
import { withGrownCopy } from "./grown-copy.ts";

export interface Trial {
  readonly host: string;
  /** Others that are not the same afterwards. */
  readonly others?: readonly string[];
  /** What is added, or taken away. */
  readonly title: string;
  readonly way: Way;
  /** The hosts as they are, if they were evaluated. */
  readonly before?: EvaluatedFleet;
  /** How it was asked for, if there is another way. */
  readonly wish?: ServiceWish;
}

export async function tried(
  grown: Grown,
  { host, others = [], title, way, before, wish }: Trial,
  evaluation: Evaluation,
): Promise<Grown> {
  if (!grown.ok || grown.growth.files.size === 0) return grown;
  const { here, repository, context } = evaluation;
  const names = [host, ...others];
  const isWanted = (name: string): boolean => names.includes(name);
  const shared = { ...evaluation, isWanted, facts: misfitFacts };
  const seen = await withGrownCopy(grown.growth, repository, here.root, context, async (root) => {
    const copied = { root, flakes: here.flakes };
    // paper is told of when the host is evaluated as it is
    const isQuiet = before !== undefined;
    const fleet = await evaluateFleet({
      ...shared,
      here: copied,
      repository: readRepository(copied, context),
      isQuiet,
    });
    if ("code" in fleet) return fleet;
    const seen = fleet.hosts.find((each) => each.host.name === host);
    return {
      misfits: names.map((name) => ({ name, misfits: withoutTold(misfitsOf(fleet, name), grown.growth.notes) })),
      freePort:
        wish === undefined || seen === undefined ? undefined : freePortHint(wish, listenersOf(seen), repository),
      problem: fleet.hosts.find((each) => each.problem !== undefined)?.problem,
    };
  });
  if (seen === undefined) return grown;
  if ("code" in seen) return { ok: false, problems: [{ message: seen }] };
  if (seen.misfits.some(({ misfits }) => misfits.length > 0)) {
    const known = before ?? (await evaluateFleet({ ...shared, isQuiet: true }));
    if ("code" in known) return { ok: false, problems: [{ message: known }] };
    const found = seen.misfits.flatMap(({ name, misfits }) =>
      newMisfits(misfitsOf(known, name), misfits).map((each) =>
        tellMisfit(each, { title, way, host: name, repository, freePort: seen.freePort }),
      ),
    );
    if (found.length > 0) return { ok: false, problems: found.map((message) => ({ message })) };
  }
  if (seen.problem === undefined) return grown;
  const note = `What ${host} is ${way} it could not be evaluated: ${seen.problem.problem.split("\n", 1)[0]}`;
  return { ok: true, growth: { ...grown.growth, notes: [...grown.growth.notes, note] } };
}
