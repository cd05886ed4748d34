/**
 * Random sequences of what is added and removed, on repositories of each preset: whether each step is what its fleet would be
 * written as, is taken back to the bytes before, and is clean in `nivose check --source`.
 *
 *     node scripts/run.js packages/nivose/conformance/grow-sequences.ts
 *         [--sequences 500] [--from 1] [--steps 5] [--only PRESET] [--check last|each|none] [--evaluate 0]
 *     node scripts/run.js packages/nivose/conformance/grow-sequences.ts --commute 10
 *         [--from 1] [--only PRESET] [--evaluate 0] [--evaluate-pairs 0]
 *
 * Sequence N is the same each time. `--evaluate 20` evaluates the end of each twentieth on paper, all hosts of it.
 *
 * `--commute 10` takes ten times what can be added to a repository of each preset, and adds every two in both orders. `--evaluate 2` evaluates all
 * of it on paper, in one order and in its reverse, every second time, and `--evaluate-pairs 3` three of the pairs whose bytes differ, each time.
 */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { loadPreset } from "../src/scaffold/presets/index.ts";
import { presetNames } from "../src/scaffold/presets/names.ts";
import type { PresetName } from "../src/scaffold/spec/fleet-spec.ts";
import { commute, emptyTally } from "./grow-sequences/commute.ts";
import { after, changed, differing, type Files, fleetOf, labOf, testContext } from "../tests/scaffold/regrow/lab.ts";
import { chanceOf, randomChange } from "../tests/scaffold/regrow/random-changes.ts";
import { composed } from "../tests/scaffold/sound-repository.ts";

const { values } = parseArgs({
  options: {
    sequences: { type: "string", default: "500" },
    from: { type: "string", default: "1" },
    steps: { type: "string", default: "5" },
    only: { type: "string", default: "" },
    check: { type: "string", default: "last" },
    evaluate: { type: "string", default: "0" },
    commute: { type: "string" },
    "evaluate-pairs": { type: "string", default: "0" },
  },
});

const bin = path.join(import.meta.dirname, "../bin/nivose.js");
const presets = (["homelab", "parts", "profiles", "multi-flake"] as const).filter((name) => name.includes(values.only));
const counts = { sequences: 0, steps: 0, takenBack: 0, checked: 0, evaluated: 0, faults: 0 };
const first = Number(values.from);
if (values.commute === undefined) await runSequences();
else await runOrders(Number(values.commute));

async function runOrders(times: number): Promise<void> {
  for (const name of presetNames.filter((each) => each.includes(values.only))) {
    const tally = emptyTally();
    for (let seed = first; seed < first + times; seed++)
      await commute(
        {
          preset: await loadPreset(name),
          seed,
          evaluatePairs: Number(values["evaluate-pairs"]),
          evaluateRow: Number(values.evaluate) > 0 && seed % Number(values.evaluate) === 0,
        },
        tally,
        tell,
      );
    process.stdout.write(`${name}: ${JSON.stringify(tally)}\n`);
  }
  process.exitCode = counts.faults > 0 ? 1 : 0;
}

async function runSequences(): Promise<void> {
  for (let seed = first; seed < first + Number(values.sequences); seed++) {
    const name = presets[seed % presets.length]!;
    try {
      for (const fault of await run(name, seed)) tell(`${name} ${seed}: ${fault}`);
    } catch (error) {
      tell(`${name} ${seed}: ${(error as Error).message}`);
    }
  }
  process.stdout.write(`${JSON.stringify(counts)}\n`);
  process.exitCode = counts.faults > 0 ? 1 : 0;
}

async function run(name: PresetName, seed: number): Promise<readonly string[]> {
  const faults: string[] = [];
  const preset = await loadPreset(name);
  const chance = chanceOf(seed);
  let lab = await labOf(name);
  counts.sequences++;
  for (let step = 1; step <= Number(values.steps); step++) {
    const { change, inverse } = randomChange((await fleetOf(lab)).fleet, preset, chance);
    const grown = after(lab, await changed(lab, change));
    counts.steps++;
    const { files } = await composed((await fleetOf(grown)).fleet, preset);
    const unlike = differing(grown, new Map(files.map((file) => [file.path, file.text])));
    if (unlike.length > 0) faults.push(`${change.title}: ${unlike.join(", ")} are not as they would be written`);
    if (inverse !== undefined) {
      counts.takenBack++;
      const unlikeBefore = differing(after(grown, await changed(grown, inverse)), lab);
      if (unlikeBefore.length > 0) faults.push(`${inverse.title}: ${unlikeBefore.join(", ")} are not as before`);
    }
    lab = grown;
    const isLast = step === Number(values.steps);
    const isEvaluated = isLast && Number(values.evaluate) > 0 && seed % Number(values.evaluate) === 0;
    if (values.check === "each" || (values.check === "last" && isLast) || isEvaluated)
      faults.push(...looked(await readable(lab), isEvaluated).map((fault) => `${change.title}: ${fault}`));
  }
  return faults;
}

/** With secrets that have their names, as `sops` leaves them to be read, in place of those of the tests. */
async function readable(lab: Files): Promise<Files> {
  const { fleet, preset } = await fleetOf(lab);
  const files = new Map(lab);
  for (const { path: file, document } of preset.draw(fleet, testContext.templates(preset)).secrets)
    if (files.has(file))
      files.set(file, `${document.replaceAll(/(: ).+$/gmu, "$1ENC[AES256_GCM,data:x]")}sops:\n    mac: x\n`);
  return files;
}

/** What `nivose check` says of it on the disk, and whether every host has a derivation. */
function looked(lab: Files, isEvaluated: boolean): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), "nivose-sequence-"));
  try {
    for (const [file, text] of lab) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    spawnSync("git", ["init", "--quiet"], { cwd: folder });
    spawnSync("git", ["add", "--all", "--force"], { cwd: folder });
    counts.checked++;
    const checked = nivose(folder, ["check", "--source"]);
    const faults = checked.status === 0 ? [] : [`check: ${checked.stdout}${checked.stderr}`];
    if (!isEvaluated) return faults;
    counts.evaluated++;
    const shown = nivose(folder, ["show", "--paper", "--derivations"]);
    return shown.status === 0 ? faults : [...faults, `show: ${shown.stdout}${shown.stderr}`];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function nivose(cwd: string, words: readonly string[]) {
  return spawnSync(process.execPath, [bin, ...words], { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
}

function tell(fault: string): void {
  counts.faults++;
  process.stdout.write(`${fault}\n`);
}
