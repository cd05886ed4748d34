/** Turns on a service for which the fleet has a module already. */

import type { Message } from "@nivose/nix/message";
import type { EvaluatedFleet } from "../../../check/hosts/evaluated-fleet.ts";
import { readOptionPath } from "../../../explain/option-path.ts";
import type { Repository } from "../../../check/source/repository.ts";
import { declaredOptions, type OptionModule } from "../../../check/modules/option-module.ts";
import { catalogue } from "../../../services/catalogue.ts";
import { type Settings, settingsAt, withSettings } from "../../../services/settings.ts";
import { cannotGrow, type Grown } from "../../growth.ts";
import { alreadyThere, differingOption } from "../already.ts";
import { assumedNotes } from "../assumed.ts";
import { serviceMessages } from "../messages.ts";
import type { Surroundings } from "../draft/surroundings.ts";
import { WorkingFiles } from "../place/working-files.ts";
import { givenMember, givenOption } from "../options/given-option.ts";
import { pathOf, type ServiceWish } from "../wish.ts";
import type { Family } from "./family.ts";
import { turnOn } from "./place.ts";

export function addMember(wish: ServiceWish, family: Family, around: Surroundings, fleet: EvaluatedFleet): Grown {
  const { name, host } = wish;
  const title = catalogue[name]?.title ?? name;
  const path = [...family.prefix, name];
  const overrides = overridesOf(wish, family.members.get(name)!, around.repository);
  if ("code" in overrides) return cannotGrow(overrides);
  if (isOn(path, around))
    return alreadyThere(title, host, differingOption(title, overrides.settings, [...path, "enable"], around));
  const files = new WorkingFiles(around.repository);
  const problem = turnOn(name, family, overrides.settings, { around, fleet, files });
  if (problem !== undefined) return { ok: false, problems: [problem] };
  return {
    ok: true,
    growth: {
      title: `Add ${title} to ${host}`,
      files: files.changes(),
      notes: assumedNotes(name, wish.settings, around.repository),
      next: [{ command: "nivose check", does: "evaluates the host with it" }],
    },
  };
}

export function isOn(path: readonly string[], { host }: Pick<Surroundings, "host">): boolean {
  return (host.record?.options ?? []).some(
    ({ path: option, answer }) =>
      option.length === path.length + 1 &&
      option.at(-1) === "enable" &&
      path.every((name, index) => option[index] === name) &&
      answer.kind === "option" &&
      answer.value === "true",
  );
}

const MOST = 65_535;

/** As options of the fleet's module, which says by itself what they do. */
export function overridesOf(
  { name, ports, settings }: ServiceWish,
  { namespace, file }: OptionModule,
  repository: Pick<Repository, "flakes">,
): Message | { readonly settings: Settings } {
  const service = catalogue[name];
  const declared = declaredOptions(file).map(({ path }) => path.slice(namespace.length).join("."));
  let all: Settings = {};
  for (const port of ports) {
    const [option = "port", number = port] = port.includes("=") ? port.split("=", 2) : ["port", port];
    const chosen = [option, `${option}Port`].find((each) => declared.includes(each));
    if (chosen === undefined)
      return serviceMessages["service-port-unknown"](
        name,
        option,
        declared.filter((each) => /port$/iu.test(each)),
      );
    if (!/^\d{1,5}$/u.test(number) || Number(number) < 1 || Number(number) > MOST)
      return serviceMessages["service-port-number"](number);
    all = withSettings(all, settingsAt([...namespace, chosen], Number(number)));
  }
  for (const text of settings) {
    const at = text.indexOf("=");
    if (at < 1) return serviceMessages["service-setting"](text);
    const names = readOptionPath(text.slice(0, at));
    const value = text.slice(at + 1);
    const given = givenMember([...namespace, ...names], value, file);
    if (!("code" in given)) {
      all = withSettings(all, settingsAt([...namespace, ...names], given.value));
      continue;
    }
    // what the module has no option for may be one of NixOS
    const isOwn = declared.some((each) => each === names[0] || each.startsWith(`${names[0]}.`));
    const ofNixos =
      isOwn || service === undefined ? given : givenOption(pathOf(service), names, value, repository, service.since);
    if ("code" in ofNixos) return given;
    all = withSettings(all, settingsAt([...pathOf(service!), ...names], ofNixos.value));
  }
  return { settings: all };
}
