/** Services of a repository that `init` wrote, as far as its preset has them by their names: it is drawn again with one more or one less. */

import type { Grown } from "../growth.ts";
import { serviceOnHost } from "../regrow/changes/hosts.ts";
import type { Site } from "../site/site.ts";
import { grownRepository } from "../site/grown-repository.ts";
import { type FleetChange, regrow, type RegrowContext } from "../regrow/regrow.ts";
import type { ServiceWish } from "./wish.ts";

/** Whether the repository can be drawn again with the service. What is said of it besides its name, no preset knows. */
export function isOwnService({ name, host, ports, settings }: ServiceWish, { own }: Site): boolean {
  if (own === undefined || own.problems.length > 0 || ports.length + settings.length > 0) return false;
  return own.preset.choices.services.includes(name) && own.fleet.hosts.some((each) => each.name === host);
}

type OnHost = Pick<ServiceWish, "name" | "host">;

export function withService({ name, host }: OnHost, title: string): FleetChange {
  return {
    ...serviceOnHost(name, host, true),
    title,
    next: [{ command: "nivose check", does: "evaluates the host with it" }],
  };
}

export function withoutService({ name, host }: OnHost, title: string): FleetChange {
  return {
    ...serviceOnHost(name, host, false),
    title,
    next: [{ command: "nivose check", does: "evaluates the host without it" }],
  };
}

/**
 * A growth that the preset knows nothing of, with what the repository's documents say of it: they are drawn again for the fleet with its
 * list of services as it is then. What is Nix has been changed already.
 */
export async function withDocuments(
  grown: Grown,
  change: FleetChange,
  { own, repository }: Pick<Site, "own" | "repository">,
  context: RegrowContext,
): Promise<Grown> {
  if (!grown.ok || grown.growth.files.size === 0 || own?.preset.takesOwn?.includes("service") !== true) return grown;
  const { growth } = grown;
  const drawn = await regrow(own, grownRepository(repository, growth.files), change, context);
  if (!drawn.ok) return grown;
  const documents = [...drawn.growth.files].filter(([name]) => !name.endsWith(".nix"));
  return {
    ok: true,
    growth: {
      ...growth,
      files: new Map([...growth.files, ...documents]),
      notes: [...growth.notes, ...drawn.growth.notes],
    },
  };
}
