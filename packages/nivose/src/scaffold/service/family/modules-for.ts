/** Modules that a fleet has of its own for a service, as far as their texts tell. */

import { type OptionModule, optionModulesOf } from "../../../check/modules/option-module.ts";
import type { Repository } from "../../../check/source/repository.ts";

export function modulesFor(name: string, { files }: Pick<Repository, "files">): readonly OptionModule[] {
  return [...files.values()]
    .filter((file) => file.mentions("enable") && file.mentions(name))
    .flatMap((file) => optionModulesOf(file))
    .filter(({ namespace, hasEnable }) => hasEnable && namespace.at(-1) === name);
}
