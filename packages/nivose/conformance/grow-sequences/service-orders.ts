/**
 * Services of the catalogue and whatever else commands add, in an order and in its reverse. Each service evaluates its host, so this is by the
 * commands themselves, and for a few rows only.
 */

import type { Preset } from "../../src/scaffold/preset.ts";
import { ownFleet } from "../../src/scaffold/regrow/own-fleet.ts";
import { chanceOf } from "../../tests/scaffold/regrow/random-changes.ts";
import { countBytes, countDerivations, type Tally, type Tell } from "./compare.ts";
import { foundingRepository, treeAfter, treeOf } from "./on-disk.ts";
import { shuffled } from "./random-adds.ts";

/** That need nothing which has to be told, and want no port that another one of them wants. */
const services = ["grafana", "redis", "postgresql", "mosquitto", "memcached", "jellyfin", "syncthing", "vaultwarden"];

export async function serviceOrders(preset: Preset, seed: number, tally: Tally, tell: Tell): Promise<void> {
  const base = await foundingRepository(preset);
  const own = await ownFleet(base);
  const hosts = own?.fleet.hosts.filter(({ kind }) => kind === "nixos").map(({ name }) => name) ?? [];
  if (hosts.length === 0) return;
  const chance = chanceOf(seed);
  const [first, second] = shuffled(hosts, chance);
  const [one, two, three] = shuffled(services, chance);
  const row = shuffled(
    [
      ["add", "service", one!, "--on", first!, "--paper"],
      ["add", "service", two!, "--on", first!, "--paper"],
      ["add", "service", three!, "--on", second ?? first!, "--paper"],
      ["add", "package", "zebra"],
      ["add", "module", "zebra"],
    ],
    chance,
  );
  const title = `${preset.name} ${seed}: ${row.map((words) => words.slice(1, 5).join(" ")).join(", ")}`;
  const tree = treeAfter(treeOf(base), row);
  const other = treeAfter(treeOf(base), row.toReversed());
  tally.evaluatedRows++;
  if (tree === undefined && other === undefined) tally.notTogether.push(title);
  else if (tree === undefined || other === undefined) tell(`${title}: only one order is possible`);
  else if (!countBytes(title, tree, other, tally)) countDerivations(title, tree, other, tally, tell);
}
