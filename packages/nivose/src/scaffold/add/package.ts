/** Packages: a program that begins here, or one whose source is in the repository already. */

import path from "node:path";
import { isPackageName } from "../../schema/package-data.ts";
import type { Draft } from "../draft.ts";
import type { GrowProblem } from "../growth.ts";
import type { Place } from "../layout.ts";
import { nixString } from "../nix.ts";
import { folderOfPart } from "../place/files-of-part.ts";
import { placeMessages } from "../place/messages.ts";
import { partValues } from "../place/part-values.ts";
import { fillPattern } from "../place/pattern.ts";
import { placesOf } from "../place/places-of.ts";
import { textAt } from "../place/text-at.ts";
import type { Site } from "../site/site.ts";
import type { Templates } from "../template.ts";
import { type Language, languages } from "./languages.ts";
import { type Facts, type Source, sourceOf } from "./package/facts.ts";
import { goFacts } from "./package/go.ts";
import { nixLicense } from "./package/licenses.ts";
import { nodeFacts } from "./package/node.ts";
import { pythonFacts } from "./package/python.ts";
import { recalled } from "./package/recalled.ts";
import type { PackageRequest } from "./package/request.ts";
import { rustFacts } from "./package/rust.ts";
import { sourceText } from "./package/source-text.ts";
import type { PartAdder } from "./part.ts";
import { flakeAround } from "./shell.ts";

export const packageAdder: PartAdder<PackageRequest> = {
  kind: "package",
  draw(site, request, templates) {
    const found = placesOf(site, "package");
    if ("problem" in found) return { problems: [found.problem] };
    const [place] = found.places;
    const { name } = request;
    const values = partValues(name, request.description ?? name);
    const begun = request.from === undefined ? begin(place, request, templates) : [];
    const facts =
      request.from === undefined ? factsOfDrafts(begun, place, request) : factsOf(site, request.from, request);
    if ("problem" in facts) return { problems: [facts.problem] };
    const target = fillPattern(place.path, values);
    const text = textAt(place, values, expression(facts, request, place, site, begun, templates));
    const file: Draft = { path: target, text };
    const flake = flakeAround(site, place.path);
    return {
      parts: [{ kind: "package", place, values, files: [file, ...begun], isOneFile: request.from !== undefined }],
      notes: facts.notes,
      next: [{ command: `nix build ${flake === "" ? "." : `./${flake}`}#${name}`, does: "builds it" }],
    };
  },
  obstacles(_site, { name }) {
    if (!isPackageName(name)) return [];
    const what = "nixpkgs has a package of that name, in whose place it would come for all that need that one";
    return [{ message: placeMessages["part-exists"]("package", name, what) }];
  },
  recall(site, request, templates) {
    const found = placesOf(site, "package");
    if ("problem" in found) return request;
    const [place] = found.places;
    return recalled(site, request, (language) =>
      begin(place, { ...request, language }, templates).map((each) => each.path),
    );
  },
};

/** A program that says its name. */
function begin(place: Place, { name, language = "plain" }: PackageRequest, templates: Templates): Draft[] {
  const folder = sourceFolder(place, name);
  return templates.all(
    `shared/parts/sources/${language}`,
    { name, module: name.replaceAll("-", "_") },
    () => true,
    folder,
  );
}

/** A folder of its own: that of the package, or one beside its file, if nobody takes that for a package. */
function sourceFolder(place: Place, name: string): string {
  const values = partValues(name, name);
  const own = folderOfPart(place, values);
  if (own !== undefined) return own;
  const isRead = place.wiring.some(({ kind }) => kind === "by-folder");
  return isRead ? `src/${name}` : path.posix.join(path.posix.dirname(fillPattern(place.path, values)), name);
}

function factsOfDrafts(begun: readonly Draft[], place: Place, { name, language = "plain" }: PackageRequest): Facts {
  const folder = sourceFolder(place, name);
  const texts = new Map(begun.map((each) => [each.path.slice(folder.length + 1), each.text]));
  return readers[language]({ folder, read: (file) => texts.get(file) })!;
}

function factsOf(site: Site, from: string, { language }: PackageRequest): Facts | { readonly problem: GrowProblem } {
  if (!/^(?!\/)[\w.+/-]*$/u.test(from) || (from !== "" && !site.repository.exists(from)))
    return { problem: { message: placeMessages["package-outside"](from) } };
  const source = sourceOf(site.repository, from);
  const asked = language === undefined ? languages.filter((each) => each !== "plain") : [language];
  const all = asked.flatMap((each) => readers[each](source) ?? []);
  const [facts] = all;
  if (all.length === 1 && facts !== undefined) return facts;
  const found = all.map((each) => each.language).join(", ");
  return { problem: { message: placeMessages["package-unknown"](from === "" ? "this folder" : from, found) } };
}

const readers: Readonly<Record<Language, (source: Source) => Facts | undefined>> = {
  python: pythonFacts,
  node: nodeFacts,
  go: goFacts,
  rust: rustFacts,
  plain: () => ({ language: "plain", version: '"0.1.0"', values: {}, notes: [] }),
};

function expression(
  facts: Facts,
  { name, description, from }: PackageRequest,
  place: Place,
  site: Site,
  begun: readonly Draft[],
  templates: Templates,
): string {
  const folder = path.posix.dirname(fillPattern(place.path, { name }));
  const source = sourceText({
    folder,
    source: from ?? sourceFolder(place, name),
    begun: from === undefined ? begun.map((each) => each.path) : undefined,
    own: path.posix.basename(fillPattern(place.path, { name })),
    tracked: [...site.repository.tracked],
  });
  const license = facts.license === undefined ? undefined : nixLicense(facts.license);
  const body = templates.fill(`shared/parts/package-${facts.language}.nix`, {
    ...facts.values,
    pname: nixString(name),
    version: facts.version.replaceAll("{source}", source.path),
    source: source.text,
    folder: source.path,
    root: source.path.endsWith(".") ? `${source.path}/.` : source.path,
    isBegun: from === undefined,
    name,
    description: nixString(description ?? facts.description ?? name),
    license: license ?? "",
    program: nixString(facts.program ?? name),
  });
  const wanted = callable.filter((each) => new RegExp(`(?<![\\w.-])${each}(?![\\w-])`, "u").test(withoutStrings(body)));
  return `{ ${wanted.join(", ")} }: ${body}`;
}

/** Arguments that an expression of these may have, in their order. */
const callable = [
  "lib",
  "buildGoModule",
  "buildNpmPackage",
  "importNpmLock",
  "python3Packages",
  "rustPlatform",
  "stdenvNoCC",
];

function withoutStrings(text: string): string {
  return text.replaceAll(/"(?:[^"\\]|\\.)*"/gu, '""').replaceAll(/#.*/gu, "");
}
