/** What can be added to a repository of a preset, as chance has it: of each kind one or more, none of which needs another. */

import type { Repository } from "../../src/check/source/repository.ts";
import { adders, type PartVerb } from "../../src/scaffold/add/adders.ts";
import { languages } from "../../src/scaffold/add/languages.ts";
import { addPart, type PartAdder, type PartRequest } from "../../src/scaffold/add/part.ts";
import type { Grown } from "../../src/scaffold/growth.ts";
import type { Preset } from "../../src/scaffold/preset.ts";
import { ownFleet } from "../../src/scaffold/regrow/own-fleet.ts";
import { type FleetChange, regrow } from "../../src/scaffold/regrow/regrow.ts";
import { recognise } from "../../src/scaffold/site/recognise.ts";
import type { Fleet } from "../../src/scaffold/spec/fleet-spec.ts";
import { templatesOf } from "../../src/scaffold/template.ts";
import { testContext } from "../../tests/scaffold/regrow/lab.ts";
import { addHost, addService, addShell, addUser, type Chance } from "../../tests/scaffold/regrow/random-changes.ts";
import { presetsFolder } from "../../tests/scaffold/sound-repository.ts";

export interface Add {
  readonly kind: string;
  readonly title: string;
  readonly to: (repository: Repository) => Promise<Grown>;
}

const templates = templatesOf(presetsFolder, "shared");

/** Those that a repository takes, in an order by chance. */
export async function randomAdds(repository: Repository, preset: Preset, chance: Chance): Promise<readonly Add[]> {
  const own = await ownFleet(repository);
  const adds = [...(own === undefined ? [] : changes(own.fleet, preset, chance)), ...parts(chance)];
  const possible: Add[] = [];
  for (const add of adds) {
    const grown = await add.to(repository);
    if (grown.ok && grown.growth.files.size > 0 && !possible.some(({ title }) => title === add.title))
      possible.push(add);
  }
  return possible
    .map((add) => ({ add, at: chance() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ add }) => add);
}

function changes(fleet: Fleet, preset: Preset, chance: Chance): Add[] {
  if (preset.choices.kinds.length === 0) return [];
  return [addHost, addHost, addUser, addUser, addShell, addService, addService, addService].flatMap((random) => {
    const change = random(fleet, preset, chance)?.change;
    return change === undefined ? [] : [changeAs(random.name.slice(3).toLowerCase(), change)];
  });
}

function changeAs(kind: string, change: FleetChange): Add {
  return {
    kind,
    title: change.title,
    async to(repository) {
      const own = await ownFleet(repository);
      return regrow(own!, repository, change, testContext);
    },
  };
}

function parts(chance: Chance): Add[] {
  const one = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)]!;
  const platform = () => ({ platform: one(["nixos", "darwin", "home", "common"] as const) });
  const language = () => ({ language: one(languages) });
  return [
    part("module", { name: one(["aurora", "zebra"]), ...platform() }),
    part("module", { name: one(["beam", "yak"]), ...platform() }),
    part("profile", { name: one(["gaming", "quiet"]) }),
    part("role", { name: one(["archive", "relay"]) }),
    part("package", { name: one(["alpha", "zeta"]), ...language() }),
    part("package", { name: one(["beta", "omega"]), ...language() }),
    part("overlay", { name: one(["newer", "patched"]) }),
    part("overlay", { name: one(["faster", "trimmed"]) }),
    part("shell", { name: one(["docs", "wasm"]) }),
    part("template", { name: one(["blank", "web"]) }),
    part("flake", { name: one(["attic", "yard"]) }),
  ];
}

function part(kind: PartVerb, request: PartRequest): Add {
  const adder = adders[kind] as PartAdder;
  return {
    kind,
    title: `${kind} ${Object.values(request).join(" ")}`,
    to: async (repository) => addPart(adder, await recognise(repository), request, templates),
  };
}
