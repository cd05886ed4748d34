/** The host that a change is about, evaluated before it is made. */

import type { Message } from "@nivose/nix/message";
import type { EvaluatedFleet, EvaluatedHost } from "../../check/hosts/evaluated-fleet.ts";
import type { Repository } from "../../check/source/repository.ts";
import { serviceMessages } from "../../scaffold/service/messages.ts";
import { needsOthers } from "../../scaffold/service/place/host-files.ts";
import { evaluateFleet } from "../check/check-fleet.ts";
import type { Context } from "../context.ts";
import type { EvaluationFlags } from "../evaluation-flags.ts";
import type { FlakesHere } from "../flakes-here.ts";
import type { PaperFlags } from "../paper-use.ts";
import type { WorkerFlags } from "../worker-flags.ts";

export type EvaluatedFlags = EvaluationFlags & PaperFlags & WorkerFlags;

export interface Evaluated {
  /** That of the host that is meant. */
  readonly name: string;
  /** With this host, and with the others only where it takes them to tell what is the host's own. */
  readonly fleet: EvaluatedFleet;
}

export interface Evaluation {
  readonly repository: Repository;
  readonly here: FlakesHere;
  readonly flags: EvaluatedFlags;
  readonly context: Context;
}

/** The one that is named, or the only one that there is. `isSharing` says whether the others have to be known as well. */
export async function evaluatedHost(
  on: string | undefined,
  evaluation: Evaluation,
  isSharing: (host: EvaluatedHost, fleet: EvaluatedFleet) => boolean = needsOthers,
): Promise<Evaluated | Message> {
  const isMeant = (host: string, names: readonly string[]): boolean =>
    on === undefined ? names.length === 1 : host === on;
  const fleet = await evaluateFleet({ ...evaluation, isWanted: isMeant });
  if ("code" in fleet) return fleet;
  const { names, hosts } = fleet;
  const name = on ?? (names.length === 1 ? names[0] : undefined);
  if (name === undefined) return serviceMessages["service-without-host"](names);
  if (!hosts.some((host) => isSharing(host, fleet))) return { name, fleet };
  const all = await evaluateFleet({ ...evaluation, isQuiet: true });
  return "code" in all ? all : { name, fleet: all };
}
