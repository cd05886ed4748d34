/** What no host can tell by itself: names and addresses that meet, and hosts that wait for each other. */

import { scaffoldMessages } from "../messages.ts";
import type { SpecProblem } from "./check.ts";
import type { Fleet, Host } from "./fleet-spec.ts";
import { isSystemUser } from "./system-users.ts";

export function checkWhole(fleet: Fleet): SpecProblem[] {
  const { hosts, users } = fleet;
  return [
    ...hosts.flatMap((host, index) => [
      ...checkName(host, index, hosts),
      ...checkAddress(host, index, hosts),
      ...checkOrder(host, index, hosts),
    ]),
    ...users.flatMap(({ name }, index) => {
      const place = `users[${index}].name`;
      return isSystemUser(name) ? [{ place, ...scaffoldMessages["spec-system-user"](place, name) }] : [];
    }),
  ];
}

/** A host is a folder, and many file systems take capital letters and small ones for the same. */
function checkName({ name }: Host, index: number, hosts: readonly Host[]): SpecProblem[] {
  const place = `hosts[${index}].name`;
  const low = name.toLowerCase();
  if (low === "readme") return clash(place, "documents of that name lie beside those of hosts");
  const other = hosts.slice(0, index).find((each) => each.name.toLowerCase() === low);
  return other === undefined ? [] : clash(place, `'${name}' and '${other.name}' are one folder on a Mac`);
}

/** Homes are no machines: several of them, and a host, may be reached at one address. */
function checkAddress({ address, kind }: Host, index: number, hosts: readonly Host[]): SpecProblem[] {
  if (kind === "home") return [];
  const other = hosts.slice(0, index).find((each) => each.kind !== "home" && each.address === address);
  return other === undefined ? [] : clash(`hosts[${index}].address`, `${other.name} is reached at '${address}', too`);
}

function checkOrder(host: Host, index: number, hosts: readonly Host[]): SpecProblem[] {
  const place = `hosts[${index}].dependsOn`;
  const byName = new Map(hosts.map((each) => [each.name, each]));
  const late = host.dependsOn.find((name) => (byName.get(name)?.wave ?? 0) > host.wave);
  if (late !== undefined)
    return clash(place, `'${late}' is in wave ${byName.get(late)!.wave}, after '${host.name}' in wave ${host.wave}`);
  return waitsForItself(host, byName) ? clash(place, `'${host.name}' would wait for itself`) : [];
}

function waitsForItself({ name, dependsOn }: Host, byName: ReadonlyMap<string, Host>): boolean {
  const seen = new Set<string>();
  const waiting = [...dependsOn];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === name) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(byName.get(next)?.dependsOn ?? []));
  }
  return false;
}

function clash(place: string, why: string): SpecProblem[] {
  return [{ place, ...scaffoldMessages["spec-clash"](place, why) }];
}
