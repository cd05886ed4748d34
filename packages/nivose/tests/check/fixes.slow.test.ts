/**
 * Fixes of all rules, in every broken fleet: nothing is left to mend after a few rounds, files are still files of Nix, and no
 * derivation is another one unless the fix says that it may be.
 */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { applyFixes } from "../../src/check/fixes.ts";
import { checkFiles, everything, filesIn, filesOf, systemsOf } from "./example-fleet.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

const top = path.resolve(import.meta.dirname, "../../../../fixtures/broken");
const fleets = readdirSync(top).filter(
  (name) => existsSync(path.join(top, name, "fleet")) && !existsSync(path.join(top, name, "before")),
);

const MOST_ROUNDS = 5;

test.each(fleets)("%s", async (name) => {
  const before: Files = filesOf(filesIn(path.join(top, name, "fleet")));
  let files = before;
  let changesHosts = false;
  let rounds = 0;
  for (; rounds < MOST_ROUNDS; rounds++) {
    const { findings } = await checkFiles(files, { ...everything, isPedantic: true });
    const current = files;
    const fixed = applyFixes(findings, (file) => bytesOf(current[file]));
    if (fixed.mended.length === 0) break;
    // none was left out because it would break a file
    const alone = findings.filter((finding) => finding.fix !== undefined);
    expect(alone.filter((each) => applyFixes([each], (file) => bytesOf(current[file])).mended.length === 0)).toEqual(
      [],
    );
    changesHosts ||= fixed.mended.some(({ fix }) => fix?.changesHosts === true);
    files = Object.fromEntries([...Object.entries(files), ...fixed.files]);
  }
  expect(rounds).toBeLessThan(MOST_ROUNDS);
  const mayDiffer = rounds === 0 || changesHosts;
  expect(mayDiffer ? {} : await derivationsOf(files)).toEqual(mayDiffer ? {} : await derivationsOf(before));
});

function bytesOf(text: string | Uint8Array | undefined): Uint8Array | undefined {
  return typeof text === "string" ? Buffer.from(text) : text;
}

/** Of hosts that cannot be evaluated that much alone: what they say has places of the store in it. */
async function derivationsOf(files: Files): Promise<Record<string, string>> {
  const systems = Object.entries(await systemsOf(files));
  return Object.fromEntries(systems.map(([name, system]) => [name, system.startsWith("/") ? system : "none"]));
}
