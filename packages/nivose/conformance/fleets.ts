/**
 * `nivose show` over public fleets: which hosts it lists, and what is the matter with the others.
 *
 *     node scripts/run.js packages/nivose/conformance/fleets.ts --fleets FOLDER [--inputs FILE] [--only TEXT]
 *         [--timeout SECONDS] [--details FILE] [--derivations [--match TEXT] [--limit MEGABYTES]]
 *
 * FOLDER has one checkout a fleet. FILE is JSON, folders by what an input is (`fleets/locked-inputs.ts`); without it no input
 * is overridden. With `--derivations`, real Nix is asked about every host, too: for the derivation path of each that is
 * shown, and for the reason where one is broken.
 */

import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { headOf, lockedFlakes } from "./fleets/checkout.ts";
import { compareDerivation } from "./fleets/derivations.ts";
import { type InputFolders, type Override, overridesFor, readInputs } from "./fleets/locked-inputs.ts";
import { showFleet, type Shown } from "./fleets/show.ts";

const { values } = parseArgs({
  options: {
    fleets: { type: "string" },
    inputs: { type: "string" },
    only: { type: "string", default: "" },
    timeout: { type: "string", default: "1200" },
    details: { type: "string" },
    derivations: { type: "boolean", default: false },
    match: { type: "string", default: "" },
    limit: { type: "string", default: "8000" },
  },
});
if (values.fleets === undefined) throw new Error("usage: fleets.ts --fleets FOLDER [--inputs FILE] [--only TEXT]");
const { fleets: top } = values;
const inputs: InputFolders = values.inputs === undefined ? new Map() : readInputs(values.inputs);

const details: Record<string, unknown> = {};
let isWrong = false;
for (const name of readdirSync(top).toSorted()) {
  if (!name.includes(values.only)) continue;
  const checkout = path.resolve(top, name);
  const overrides = overridesOf(checkout);
  const shown = showFleet(checkout, overrides, Number(values.timeout));
  details[name] = { commit: headOf(checkout), overrides: overrides.length, ...shown };
  process.stdout.write(`${name} ${headOf(checkout).slice(0, 12)}: ${inWords(shown)}\n`);
  isWrong ||= shown.end !== "answered";
  if (values.derivations) isWrong = compare(checkout, shown) || isWrong;
}
if (values.details !== undefined) writeFileSync(values.details, `${JSON.stringify(details, undefined, 1)}\n`);
process.exitCode = isWrong ? 1 : 0;

/** Of several flakes in a repository, each input as the first one has it. */
function overridesOf(checkout: string): Override[] {
  const all = lockedFlakes(checkout).flatMap((flake) => overridesFor(flake, inputs));
  return all.filter(({ input }, index) => all.findIndex((other) => other.input === input) === index);
}

function inWords({ end, seconds, listed, missing, unbuilt, broken }: Shown): string {
  const names = [...new Set(missing.map(({ input }) => input))].toSorted();
  const parts = [
    ...(end === "answered" ? [] : [end.toUpperCase()]),
    `${listed.length} listed`,
    ...(missing.length === 0 ? [] : [`${missing.length} without ${names.join(", ")}`]),
    ...(unbuilt.length === 0 ? [] : [`${unbuilt.length} that need something built`]),
    ...(broken.length === 0 ? [] : [`${broken.length} broken`]),
  ];
  const rest = [...unbuilt.map((each) => ({ ...each, problem: each.derivation })), ...broken].map(
    ({ flake, attribute, problem }) => `\n  ${flake}#${attribute} ${problem.replaceAll(/\s+/g, " ").slice(0, 300)}`,
  );
  return `${parts.join(", ")} (${seconds.toFixed(1)} s)${rest.join("")}`;
}

/** Whether something differs. */
function compare(checkout: string, { listed, unbuilt, broken }: Shown): boolean {
  let isDifferent = false;
  for (const { flake, attribute } of [...listed, ...unbuilt, ...broken]) {
    if (attribute === "" || !attribute.includes(values.match)) continue;
    const { verdict, text } = compareDerivation(
      path.join(checkout, flake),
      attribute,
      overridesOf(checkout),
      Number(values.limit),
    );
    process.stdout.write(`  ${verdict} ${flake}#${attribute} ${text}\n`);
    isDifferent ||= verdict === "different";
  }
  return isDifferent;
}
