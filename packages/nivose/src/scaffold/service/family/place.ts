/** Puts a service among those of a fleet's own options: its module, what takes it in, and what turns it on for the host. */

import type { EvaluatedFleet } from "../../../check/hosts/evaluated-fleet.ts";
import { tellOption } from "../../../check/services/words.ts";
import type { GrowProblem } from "../../growth.ts";
import { serviceMessages } from "../messages.ts";
import type { Settings, Value } from "../../../services/settings.ts";
import type { Draft } from "../draft/draft.ts";
import { secretsOf } from "../draft/elsewhere.ts";
import type { Surroundings } from "../draft/surroundings.ts";
import { bindings } from "../../../services/written.ts";
import { argumentsIn, withArguments } from "../place/arguments.ts";
import { defineAll } from "../place/define.ts";
import { hostFilesOf } from "../place/host-files.ts";
import { optionAt } from "../place/module-body.ts";
import type { Placed } from "../place/plain.ts";
import { wireLike } from "../place/wiring.ts";
import type { WorkingFiles } from "../place/working-files.ts";
import { settingsAt, withSettings } from "../../../services/settings.ts";
import { type Family, fileOf } from "./family.ts";
import { interfacesOf } from "./interfaces.ts";
import { memberOptions } from "./member-options.ts";
import { list, listOfServices } from "./switch.ts";
import { memberModule } from "./write-member.ts";

export function placeInFamily(
  draft: Draft,
  family: Family,
  around: Surroundings,
  fleet: EvaluatedFleet,
  files: WorkingFiles,
): Placed | GrowProblem {
  const { host, repository } = around;
  const file = fileOf(family, draft.name);
  if (files.has(file)) return { message: serviceMessages["service-set-already"](file, host.host.name), file };
  files.write(file, memberModule(draft, around, family, interfacesOf(family, host, repository), file));
  const siblings = [...family.members.values()].map((member) => member.file.name);
  if (!wireLike(siblings, file, files, repository))
    return {
      message: serviceMessages["service-place"](
        draft.name,
        host.host.name,
        `it is not understood how ${family.folder} is taken in`,
      ),
    };
  const own = hostFilesOf(host, fleet);
  const from = own === undefined ? "flake.nix" : (holderOf(own.all, family, files) ?? own.main);
  const secrets = secretsOf(draft, around, from);
  if ("code" in secrets) return { message: secrets };
  const said = [
    settingsAt([...family.prefix, draft.name], ofHost(draft, secrets.paths)),
    settingsAt(draft.path, draft.said),
  ].filter((each) => !isEmpty(each));
  // a secret is declared by an empty set
  const overrides = [...said, secrets.beside];
  const problem = turnOn(draft.name, family, overrides.reduce(withSettings, {}), { around, fleet, files });
  return problem ?? { notes: secrets.notes };
}

/** What is said for this host and not for all: numbers that are not the usual ones, answers, the files of its secrets. */
function ofHost(draft: Draft, paths: Readonly<Record<string, Value>>): Settings {
  const said = memberOptions(draft).flatMap(({ name, usual, of }): [string, Value][] => {
    if (of.kind === "secret") return [[name, paths[of.name] ?? null]];
    if (of.kind === "answer") {
      const answer = draft.answers.get(of.name);
      return answer === undefined || answer === null || JSON.stringify(answer) === JSON.stringify(usual)
        ? []
        : [[name, answer]];
    }
    const number = draft.ports.find((port) => port.name === of.name)?.number;
    return number === undefined || number === usual ? [] : [[name, number]];
  });
  return Object.fromEntries(said);
}

function isEmpty(settings: Value): boolean {
  if (typeof settings !== "object" || settings === null || Array.isArray(settings)) return false;
  return Object.values(settings as Settings).every(isEmpty);
}

export interface SwitchedOn {
  readonly around: Surroundings;
  readonly fleet: EvaluatedFleet;
  readonly files: WorkingFiles;
}

/** By the list that the fleet has of the host's services, or by an option in the host's own file. */
export function turnOn(
  name: string,
  family: Family,
  overrides: Settings,
  { around, fleet, files }: SwitchedOn,
): GrowProblem | undefined {
  const { host, repository } = around;
  const listed = listOfServices(host, family, repository);
  const isDone = listed !== undefined && list(listed, name, files);
  const settings = isDone ? overrides : withSettings(settingsAt([...family.prefix, name], { enable: true }), overrides);
  if (Object.keys(settings).length === 0) return undefined;
  const own = hostFilesOf(host, fleet);
  if (own === undefined)
    return { message: serviceMessages["service-place"](name, host.host.name, "no file is known to be the host's own") };
  const place = holderOf(own.all, family, files) ?? own.main;
  const file = files.get(place)!;
  const text = bindings(settings);
  const done = defineAll(argumentsIn(text).length === 0 ? file : withArguments(file, text), [], settings);
  if (!done.ok)
    return {
      message: serviceMessages["service-clash"](tellOption(done.option)),
      file: place,
      range: file.tree.range(done.at),
    };
  files.set(place, done.file);
  return undefined;
}

/** The file of the host that says something of such services already. */
function holderOf(names: readonly string[], { prefix }: Family, files: WorkingFiles): string | undefined {
  return names.find((name) => {
    const file = files.get(name);
    return (
      file !== undefined &&
      (optionAt(file, prefix) !== undefined ||
        file.definitions.some(({ path }) => prefix.every((part, index) => path[index] === part)))
    );
  });
}
