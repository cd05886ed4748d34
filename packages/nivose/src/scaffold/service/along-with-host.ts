/** Services that are given to a host as it is added: only such are as do without a word more about them. */

import { catalogue } from "../../services/catalogue.ts";
import type { GrowProblem } from "../growth.ts";
import type { Site } from "../site/site.ts";
import { questionsOf } from "./assumed.ts";
import { modulesFor } from "./family/modules-for.ts";
import { serviceMessages } from "./messages.ts";
import { commandOf, exampleFor } from "./wish.ts";

export function comeLater(
  host: string,
  names: readonly string[],
  { own, repository }: Pick<Site, "own" | "repository">,
): readonly GrowProblem[] {
  const known = new Set(own?.preset.choices.services);
  return names
    .filter((name) => !known.has(name) && Object.hasOwn(catalogue, name))
    .flatMap((name) => {
      const modules = modulesFor(name, repository);
      const open = modules.flatMap((module) => questionsOf(name, module)).filter(({ usual }) => usual === undefined);
      const asked = Object.entries(catalogue[name]!.asks ?? {}).filter(
        ([question, { usual }]) =>
          usual === undefined && (modules.length === 0 || open.some((each) => each.name === question)),
      );
      if (modules.length > 0 && asked.length === 0) return [];
      const [first] = asked;
      const why =
        first === undefined
          ? "the fleet has no module for it yet"
          : `it has to be told its ${first[0]}: ${first[1].purpose}`;
      const settings = asked.map(([question, each]) => {
        const example = exampleFor(each, host);
        return `${question}=${typeof example === "string" ? example : JSON.stringify(example)}`;
      });
      const command = commandOf({ name, host, ports: [], settings, withNeeds: false });
      return [{ message: serviceMessages["service-comes-later"](name, host, why, command) }];
    });
}
