/**
 * What `nivose check` says on paper of names that are misspelt, left out or there twice, beside what the real NixOS says: in
 * definitions of the founding fleets, made by a seed.
 *
 *     node scripts/run.js packages/nivose/conformance/check-mutations.ts --known FILE [--mutations 2000] [--seed 1] [--only PRESET] [--list]
 *
 * `--known` is the file of answers of the real NixOS that `paper-verdicts.ts --real` writes, with the same number and seed: of the
 * mistakes that it makes, half are in names. All mistakes of a host are checked at once, each a module of its own, so that
 * none may hide another; what comes out otherwise than in the real NixOS is checked once more alone, because a mistake that
 * is none may contradict the next one.
 */

import { parseArgs } from "node:util";
import { fleetOf, type Host, knownHosts, presets } from "./verdicts/founding-fleets.ts";
import { KnownAnswers } from "./verdicts/known-answers.ts";
import { type Checked, MutatedFleet } from "./verdicts/mutated-fleet.ts";
import { type Mutation, mutations, packages } from "./verdicts/mutations.ts";
import { NameTally } from "./verdicts/name-tally.ts";
import type { Case, DefinedLeaf, Outcome } from "./verdicts/questions.ts";

const { values } = parseArgs({
  options: {
    known: { type: "string" },
    mutations: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    list: { type: "boolean", default: false },
  },
});
if (values.known === undefined) throw new Error("usage: check-mutations.ts --known FILE");

interface Mistake {
  readonly host: Host;
  readonly mutation: Mutation;
  readonly real: Outcome;
}

const answers = new KnownAnswers(values.known);
const hosts = knownHosts(answers.questions("leaves "));
const mistakes = await mistakesIn(hosts);
const tally = new NameTally(values.list);
for (const preset of presets.filter((name) => values.only === undefined || name === values.only)) {
  const own = mistakes.filter(({ host }) => host.name.startsWith(`${preset} `));
  if (own.length === 0) continue;
  const fleet = new MutatedFleet(fleetOf(preset));
  try {
    const checked = await fleet.check(own);
    const otherwise = own.filter((each) => checked.get(each)!.isFound !== (each.real !== true));
    for (const each of own) if (!otherwise.includes(each)) tally.add(each, checked.get(each)!);
    // one of each host at a time
    for (let round = otherwise; round.length > 0;) {
      const now = [...new Map(round.map((each) => [each.host, each])).values()];
      const alone: ReadonlyMap<Mistake, Checked> = await fleet.check(now);
      for (const each of now) tally.add(each, alone.get(each)!);
      round = round.filter((each) => !now.includes(each));
    }
  } finally {
    await fleet.end();
  }
  process.stderr.write(`${preset}\n${tally.table()}`);
}
process.stdout.write(tally.table());
process.exitCode = tally.isRight ? 0 : 1;

/** Those in names, as far as the real answer is known. */
async function mistakesIn(all: readonly Host[]): Promise<Mistake[]> {
  const leaves = all.map((host) => answers.known<DefinedLeaf[]>(`leaves ${host.name}`)!);
  const count = leaves.reduce((sum, own) => sum + own.length, 0);
  const real = new Map<string, Outcome>();
  for (const question of answers.questions("outcomes ")) {
    const at = question.indexOf(" [{");
    const outcomes = answers.known<Outcome[]>(question)!;
    for (const [index, each] of (JSON.parse(question.slice(at + 1)) as Case[]).entries())
      real.set(`${question.slice("outcomes ".length, at)} ${each.module}`, outcomes[index]!);
  }
  return all.flatMap((host, index) => {
    const own = leaves[index]!;
    const share = Math.ceil((Number(values.mutations) * own.length) / count);
    return mutations(own, packages, share, Number(values.seed) + index).flatMap((mutation): Mistake[] => {
      const outcome = real.get(`${host.name} ${mutation.module}`);
      const isOfNames = mutation.mutation === "misspelt" || mutation.mutation === "nesting";
      return outcome === undefined || !isOfNames ? [] : [{ host, mutation, real: outcome }];
    });
  });
}
