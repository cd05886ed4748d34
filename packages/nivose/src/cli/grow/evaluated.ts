/** The hosts that a change is about, evaluated before it is made. */

import type { Message } from "@nivose/nix/message";
import type { EvaluatedFleet } from "../../check/hosts/evaluated-fleet.ts";
import type { Repository } from "../../check/source/repository.ts";
import { evaluateFleet } from "../check/check-fleet.ts";
import type { Context } from "../context.ts";
import type { EvaluationFlags } from "../evaluation-flags.ts";
import type { FlakesHere } from "../flakes-here.ts";
import type { PaperFlags } from "../paper-use.ts";
import type { WorkerFlags } from "../worker-flags.ts";

export type EvaluatedFlags = EvaluationFlags & PaperFlags & WorkerFlags;

export async function evaluatedHosts(
  repository: Repository,
  here: FlakesHere,
  flags: EvaluatedFlags,
  context: Context,
  isWanted?: (host: string) => boolean,
): Promise<EvaluatedFleet | Message> {
  return evaluateFleet({ here, repository, flags, context, ...(isWanted === undefined ? {} : { isWanted }) });
}
