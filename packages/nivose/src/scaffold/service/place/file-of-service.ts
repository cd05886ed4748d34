/** Files that are there for one service, and what somebody has put into them besides. */

import path from "node:path/posix";
import type { SourceFile } from "../../../check/source/source-file.ts";
import { catalogue } from "../../../services/catalogue.ts";
import { provenancePattern } from "../../../services/provenance.ts";
import { isSettings, type Settings } from "../../../services/settings.ts";
import { attributeAt } from "../../edit/attributes.ts";
import { pathOf } from "../wish.ts";

type Path = readonly string[];

/** Whether a file is there for this service alone: it was written for it, or is called like it and says nothing of other services. */
export function isFileOf(name: string, file: SourceFile): boolean {
  const isCalledSo = path.basename(file.name, ".nix") === name || path.basename(path.dirname(file.name)) === name;
  return (
    isCalledSo &&
    (provenancePattern(name).test(Buffer.from(file.bytes).toString()) || setsOnly(file, pathOf(catalogue[name]!)))
  );
}

function setsOnly({ definitions }: SourceFile, option: Path): boolean {
  return definitions.length > 0 && definitions.every(({ path: each }) => isBelow(each, option));
}

/** Options of which the service knows nothing, and `imports`. `beside` is what is written beside it, and the firewall's doors are its own. */
export function alsoSaid(file: SourceFile, option: Path, beside: Settings): readonly Path[] {
  const { definitions } = file;
  // one that is a module of the flake says all of it below a name of the flake's
  if (!definitions.some(({ path: each }) => isBelow(each, option))) return [];
  const known = [option, ["networking", "firewall"], ...pathsIn(beside)];
  const others = definitions
    .map(({ path: each }) => each.map((name) => name ?? "?"))
    .filter((each) => !known.some((own) => isBelow(each, own)));
  const imports = attributeAt(file, ["imports"]) === undefined ? [] : [["imports"]];
  return [...imports, ...others];
}

function pathsIn(settings: Settings): readonly Path[] {
  return Object.entries(settings).flatMap(([name, value]) =>
    isSettings(value) && Object.keys(value).length > 0 ? pathsIn(value).map((each) => [name, ...each]) : [[name]],
  );
}

function isBelow(each: readonly (string | undefined)[], option: Path): boolean {
  return option.every((part, index) => each[index] === part);
}
