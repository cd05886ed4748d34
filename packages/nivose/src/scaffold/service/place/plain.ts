/** Puts a service into a host's own files. */

import type { EvaluatedFleet } from "../../../check/hosts/evaluated-fleet.ts";
import { definedAt } from "../../../check/hosts/defined.ts";
import type { GrowProblem } from "../../growth.ts";
import type { Draft } from "../draft/draft.ts";
import { backupOf } from "../draft/kept-state.ts";
import type { Surroundings } from "../draft/surroundings.ts";
import { tellOption } from "../../../check/services/words.ts";
import { serviceMessages } from "../messages.ts";
import { type Value, withSettings } from "../../../services/settings.ts";
import { bindings } from "../../../services/written.ts";
import { withArguments } from "./arguments.ts";
import { define, defineAll, type Defined } from "./define.ts";
import { flakeModuleFor } from "./flake-module.ts";
import { besideModules, hostFilesOf, hostStyle } from "./host-files.ts";
import { withListed } from "../../site/own-list.ts";
import { importFrom, wireLike } from "./wiring.ts";
import type { WorkingFiles } from "./working-files.ts";
import { heading, plainFile, plainSettings } from "./write-plain.ts";

export interface Placed {
  readonly notes: readonly string[];
}

export function placePlainly(
  draft: Draft,
  around: Surroundings,
  fleet: EvaluatedFleet,
  files: WorkingFiles,
): Placed | GrowProblem {
  const { host, repository } = around;
  const own = hostFilesOf(host, fleet);
  if (own === undefined) return placeBeside(draft, around, fleet, files);
  const ofFlake = flakeModuleFor(draft.name, own, host, fleet);
  if (ofFlake === "unknown") {
    const why = `every file in it is a module of the flake, and none says what that of ${host.host.name} is called`;
    return { message: serviceMessages["service-place"](draft.name, host.host.name, why), file: own.main };
  }
  const style = hostStyle(own, draft.name, fleet);
  const settings = plainSettings(draft, around, ofFlake?.file ?? style.name);
  if ("code" in settings) return { message: settings };
  if (ofFlake !== undefined) {
    if (files.has(ofFlake.file))
      return { message: serviceMessages["service-set-already"](ofFlake.file, host.host.name), file: ofFlake.file };
    files.write(ofFlake.file, ofFlake.textOf(plainFile(draft, settings, ofFlake.file)));
  } else if (style.kind === "file") {
    if (files.has(style.name))
      return { message: serviceMessages["service-set-already"](style.name, host.host.name), file: style.name };
    files.write(style.name, plainFile(draft, settings, style.name));
    const isWired =
      style.siblings.length > 0
        ? wireLike(style.siblings, style.name, files, repository)
        : importFrom(style.importer, style.name, files);
    if (!isWired)
      return {
        message: serviceMessages["service-place"](
          draft.name,
          host.host.name,
          `it is not understood how ${style.importer} takes its files`,
        ),
        file: style.importer,
      };
  } else {
    const before = files.get(style.name)!;
    const value = draft.path.reduce<Value>(
      (value, name) => (value as Readonly<Record<string, Value>>)[name]!,
      settings.own,
    );
    files.set(style.name, withArguments(before, bindings(withSettings(settings.own, settings.beside))));
    const problem = inFile(style.name, files, [
      () => define(files.get(style.name)!, draft.path, value, heading(draft)),
      () => defineAll(files.get(style.name)!, [], settings.beside),
    ]);
    if (problem !== undefined) {
      files.set(style.name, before);
      return problem;
    }
  }
  return { notes: [...settings.notes, ...saveToo(draft, fleet, around, files)] };
}

/** In a file that is the first of the host's own. */
function placeBeside(
  draft: Draft,
  around: Surroundings,
  fleet: EvaluatedFleet,
  files: WorkingFiles,
): Placed | GrowProblem {
  const { host } = around;
  const place = besideModules(host, draft.name, fleet);
  // one that has been changed meanwhile is another file
  if (place === undefined || files.get(place.own.file.name) !== place.own.file)
    return {
      message: serviceMessages["service-place"](draft.name, host.host.name, "no file is known to be the host's own"),
    };
  const { name, own } = place;
  if (files.has(name)) return { message: serviceMessages["service-set-already"](name, host.host.name), file: name };
  const settings = plainSettings(draft, around, name);
  if ("code" in settings) return { message: settings };
  files.write(name, plainFile(draft, settings, name));
  files.set(own.file.name, withListed(own, name));
  return { notes: [...settings.notes, ...saveToo(draft, fleet, around, files)] };
}

function inFile(name: string, files: WorkingFiles, edits: readonly (() => Defined)[]): GrowProblem | undefined {
  for (const edit of edits) {
    const done = edit();
    if (!done.ok) {
      const file = files.get(name)!;
      return {
        message: serviceMessages["service-clash"](tellOption(done.option)),
        file: name,
        range: file.tree.range(done.at),
      };
    }
    files.set(name, done.file);
  }
  return undefined;
}

/** Into the list of paths of the host's backup, where that is written out; else it is told. */
function saveToo(draft: Draft, fleet: EvaluatedFleet, around: Surroundings, files: WorkingFiles): readonly string[] {
  const backup = backupOf(draft, around);
  if (backup === undefined) return [];
  const { option, paths } = backup;
  const { host } = around;
  for (const { file } of definedAt(option, host, fleet.repository)) {
    const source = files.get(file);
    const done = source === undefined ? undefined : define(source, option, paths);
    if (done?.ok !== true) continue;
    files.set(file, done.file);
    return [];
  }
  return [
    `The backup of ${host.host.name} does not have ${paths.join(" and ")}, where ${draft.name} keeps its state: ${tellOption(option)} is not written out as a list.`,
  ];
}
