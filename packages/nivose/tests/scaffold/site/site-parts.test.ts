/**
 * Parts that are added to the repositories in `fixtures/sites`: in `add-parts.txt` what is changed or told for each kind. `UPDATE=1` writes
 * it. Added twice they change nothing, and removed again they leave the bytes that were there.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Repository } from "../../../src/check/source/repository.ts";
import { adders, type PartVerb } from "../../../src/scaffold/add/adders.ts";
import { addPart, type PartAdder, removePart } from "../../../src/scaffold/add/part.ts";
import type { Grown } from "../../../src/scaffold/growth.ts";
import { grownRepository } from "../../../src/scaffold/site/grown-repository.ts";
import { recognise } from "../../../src/scaffold/site/recognise.ts";
import { growthOf, siteNames, siteOf, sitesFolder, templates, told } from "./sites.ts";

const verbs = ["module", "profile", "role", "package", "overlay", "shell", "template"] as const satisfies PartVerb[];
const request = { name: "zebra" };

test.each(siteNames())("%s: parts", async (site) => {
  const { repository } = siteOf(site);
  let text = "";
  for (const verb of verbs) {
    const grown = await added(repository, verb);
    text += `# ${verb}\n${told(grown, repository)}`;
    if (grown.ok) await isUndone(repository, verb, grown);
  }
  const golden = path.join(sitesFolder, site, "add-parts.txt");
  if (process.env["UPDATE"] === "1") writeFileSync(golden, text);
  expect(text).toBe(existsSync(golden) ? readFileSync(golden, "utf8") : "");
});

async function added(repository: Repository, verb: PartVerb): Promise<Grown> {
  return addPart(adders[verb] as PartAdder, await recognise(repository), request, templates);
}

async function isUndone(repository: Repository, verb: PartVerb, grown: Grown): Promise<void> {
  const { files } = growthOf(grown);
  const after = grownRepository(repository, files);
  expect(growthOf(await added(after, verb)).files.size).toBe(0);
  const back = removePart(adders[verb] as PartAdder, await recognise(after), request, templates);
  const end = grownRepository(after, growthOf(back).files);
  for (const file of files.keys())
    expect([verb, file, textOf(end, file)]).toEqual([verb, file, textOf(repository, file)]);
}

function textOf({ read }: Repository, file: string): string | undefined {
  const bytes = read(file);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString();
}
