/** What is wrong with what is asked for, as far as it is known before any host is evaluated. */

import { nearest } from "@nivose/nix/syntax";
import type { OptionModule } from "../../check/modules/option-module.ts";
import type { Repository } from "../../check/source/repository.ts";
import { toolMessages } from "../../report/messages.ts";
import { catalogue } from "../../services/catalogue.ts";
import type { GrowProblem } from "../growth.ts";
import type { Site } from "../site/site.ts";
import { overridesOf } from "./family/add-member.ts";
import { modulesFor } from "./family/modules-for.ts";
import { meant } from "./fleet/search.ts";
import { serviceMessages } from "./messages.ts";
import { askedOf, type ServiceWish } from "./wish.ts";

export function wrongWish(
  wish: ServiceWish,
  { own, repository }: Pick<Site, "own" | "repository">,
): GrowProblem | undefined {
  const { name, host } = wish;
  const hosts = own?.problems.length === 0 ? own.fleet.hosts.map((each) => each.name) : [];
  if (host === "" && hosts.length > 1) return { message: serviceMessages["service-without-host"](hosts) };
  if (host !== "" && hosts.length > 0 && !hosts.includes(host))
    return { message: toolMessages["unknown-host"](host, nearest(host, hosts)) };
  const modules = modulesFor(name, repository);
  const service = catalogue[name];
  if (modules.length === 0 && service === undefined && own?.preset.choices.services.includes(name) !== true)
    return { message: serviceMessages["unknown-service"](name, meant(name, catalogue)) };
  const asked = askedWrongly(wish, modules, repository);
  return asked === undefined ? undefined : { message: asked };
}

function askedWrongly(wish: ServiceWish, modules: readonly OptionModule[], repository: Repository) {
  const [module, ...others] = modules;
  // which of several is the one is only known with the host
  if (others.length > 0) return undefined;
  const service = catalogue[wish.name];
  const asked =
    module !== undefined
      ? overridesOf(wish, module, repository)
      : service === undefined
        ? undefined
        : askedOf(wish, service, repository);
  return asked !== undefined && "code" in asked ? asked : undefined;
}
