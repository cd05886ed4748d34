/** Which errors the rules over sources tell anyhow: an evaluation that ends at one of them has nothing to add. */

import type { HostProblem } from "../../fleet/host.ts";
import type { Place } from "../finding.ts";
import { rule as missingFile } from "../rules/missing-file.ts";
import { rule as recursiveConfig } from "../rules/recursive-config.ts";
import { rule as recursiveImports } from "../rules/recursive-imports.ts";
import { rule as untrackedFile } from "../rules/untracked-file.ts";
import { importGraph } from "../source/imports.ts";
import type { Repository } from "../source/repository.ts";
import { markedImports } from "./marked-imports.ts";

/**
 * Whether an evaluation ended at a mark such as `mkIf` in `imports`. The module system, in which that happens, knows no place for it, so
 * any mark counts that the flake may have met.
 */
export function isAboutMark(repository: Repository, { problem }: HostProblem, flakeFile: string): boolean {
  if (!/a list.* a set: \{ _type = "(?:if|merge|override|order)"/u.test(problem)) return false;
  const met = [...importGraph(repository).reach([flakeFile])];
  return met.some((name) => markedImports(repository.files.get(name)!).some(({ isList }) => isList));
}

/** Whether one of them is at this place, or around it. */
export function toldBySources(repository: Repository, { file, range }: Place): boolean {
  const source = repository.files.get(file);
  if (source !== undefined && (!source.tree.ok || source.analysis.diagnostics.length > 0)) return true;
  return placesIn(repository).some(
    (place) =>
      place.file === file &&
      range !== undefined &&
      place.range !== undefined &&
      place.range.start <= range.end &&
      range.start <= place.range.end,
  );
}

const kept = new WeakMap<Repository, readonly Place[]>();

function placesIn(repository: Repository): readonly Place[] {
  const known = kept.get(repository);
  if (known !== undefined) return known;
  const rules = [missingFile, recursiveConfig, recursiveImports, untrackedFile];
  const ofRules = rules
    .flatMap((rule) => (rule.reads === "repository" ? [...rule.check(repository)] : []))
    .map(({ at }) => at);
  const marked = [...repository.files.values()].flatMap((file) => markedImports(file).map(({ call }) => file.at(call)));
  const found = [...ofRules, ...marked];
  kept.set(repository, found);
  return found;
}
