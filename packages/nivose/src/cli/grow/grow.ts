/** What all verbs do that add to a repository or take out of it: the repository is read and recognised, then changed as they say. */

import type { Message } from "@nivose/nix/message";
import type { Grown } from "../../scaffold/growth.ts";
import { recognise } from "../../scaffold/site/recognise.ts";
import type { Site } from "../../scaffold/site/site.ts";
import { toolMessages } from "../../report/messages.ts";
import { finishInterrupted } from "../changes.ts";
import { readRepository } from "../check/read-repository.ts";
import type { Context } from "../context.ts";
import type { ExitCode } from "../exit-codes.ts";
import { Findings } from "../findings.ts";
import { type FlakesHere, flakesAt } from "../flakes-here.ts";
import { refuseAs } from "../refuse.ts";
import { announceInterrupted } from "./tell-git.ts";
import { outOf, ownFolder } from "./own-folder.ts";
import { unreadFiles } from "./obstacles.ts";
import { carryOut, type GrowFlags } from "./carry-out.ts";

export interface PlaceFlags extends GrowFlags {
  readonly flake?: string;
}

export async function grow(
  context: Context,
  flags: PlaceFlags,
  change: (site: Site, here: FlakesHere) => Grown | Promise<Grown>,
): Promise<ExitCode> {
  const here = flakesAt(flags.flake ?? ".", context);
  if (here.flakes.length === 0)
    return refuseAs(
      flags,
      { written: false, files: [], notes: [], next: [] },
      toolMessages["no-flake-here"](here.root),
      context,
    );
  let untold: Message | undefined;
  if (!flags.dryRun) {
    const findings = new Findings(context, flags.json ? undefined : context.stderr);
    await finishInterrupted([here.root], context, findings);
    untold = announceInterrupted(here.root, context);
  }
  const { folder, inner } = ownFolder(here);
  const repository = readRepository(inner, context);
  const broken = [...unreadFiles(repository, inner.root, context), ...(untold === undefined ? [] : [untold])];
  const grown: Grown =
    broken.length > 0
      ? { ok: false, problems: broken.map((message) => ({ message })) }
      : await change(await recognise(repository), inner);
  const whole = folder === "" ? repository : readRepository(here, context);
  return carryOut(outOf(folder, grown), whole, here.root, flags, context);
}
