/** What is wrong with data of hosts as a whole. */

import { nearest } from "@nivose/nix/syntax";
import { fleetMessages } from "../messages.ts";
import type { HostData } from "./fleet-data.ts";
import type { DataProblem } from "./read.ts";

type Hosts = ReadonlyMap<string, HostData>;

/** The names of all hosts of the fleet; nothing if not all of its flakes could be read. */
export type KnownHosts = ReadonlySet<string> | undefined;

export function checkHosts(hosts: Hosts, known: KnownHosts): DataProblem[] {
  return [
    ...unknownHosts(hosts, known),
    ...unknownDependencies(hosts, known),
    ...cycles(hosts),
    ...lateDependencies(hosts),
    ...sameAddresses(hosts),
  ];
}

function unknownHosts(hosts: Hosts, known: KnownHosts): DataProblem[] {
  if (known === undefined) return [];
  // homes are often called after somebody and the machine that they are on
  const machines = new Set([...known].map((name) => name.slice(name.indexOf("@") + 1)));
  return [...hosts.keys()]
    .filter((name) => !known.has(name) && !machines.has(name))
    .map((name) => ({
      message: fleetMessages["fleet-data-unknown-host"](name, nearest(name, known)),
      path: ["hosts", name],
      isOfName: true,
    }));
}

function unknownDependencies(hosts: Hosts, known: KnownHosts): DataProblem[] {
  if (known === undefined) return [];
  const names = new Set([...hosts.keys(), ...known]);
  return [...hosts].flatMap(([host, { dependsOn = [] }]) =>
    dependsOn.flatMap((name, index) =>
      names.has(name)
        ? []
        : [
            {
              message: fleetMessages["fleet-data-dependency"](name, host, nearest(name, names)),
              path: ["hosts", host, "dependsOn", index],
              isOfName: false,
            },
          ],
    ),
  );
}

/** Each once, told of at the host of it that comes first in the file. */
function cycles(hosts: Hosts): DataProblem[] {
  const problems: DataProblem[] = [];
  const done = new Set<string>();
  const visit = (name: string, trail: readonly string[]): void => {
    const start = trail.indexOf(name);
    if (start >= 0) {
      const cycle = trail.slice(start);
      const next = cycle[1] ?? cycle[0]!;
      const index = hosts.get(cycle[0]!)?.dependsOn?.indexOf(next) ?? 0;
      problems.push({
        message: fleetMessages["fleet-data-cycle"](cycle),
        path: ["hosts", cycle[0]!, "dependsOn", index],
        isOfName: false,
      });
      return;
    }
    if (done.has(name)) return;
    for (const other of hosts.get(name)?.dependsOn ?? []) visit(other, [...trail, name]);
    done.add(name);
  };
  for (const name of hosts.keys()) visit(name, []);
  return problems;
}

/** Waves are deployed one by one, the lower ones first. */
function lateDependencies(hosts: Hosts): DataProblem[] {
  return [...hosts].flatMap(([host, { wave, dependsOn = [] }]) =>
    dependsOn.flatMap((name, index) => {
      const other = hosts.get(name)?.wave;
      if (wave === undefined || other === undefined || other <= wave) return [];
      return [
        {
          message: fleetMessages["fleet-data-order"](host, wave, name, other),
          path: ["hosts", host, "dependsOn", index],
          isOfName: false,
          related: { path: ["hosts", name, "wave"], text: `the wave of ${name}` },
        },
      ];
    }),
  );
}

function sameAddresses(hosts: Hosts): DataProblem[] {
  const problems: DataProblem[] = [];
  const owners = new Map<string, string>();
  for (const [host, { address, port = 22, kind }] of hosts) {
    if (address === undefined || kind === "home") continue;
    const key = `${address.toLowerCase()} ${port}`;
    const other = owners.get(key);
    if (other === undefined) owners.set(key, host);
    else
      problems.push({
        message: fleetMessages["fleet-data-same-address"](host, other, address),
        path: ["hosts", host, "address"],
        isOfName: false,
        related: { path: ["hosts", other, "address"], text: `${other} has it here` },
      });
  }
  return problems;
}
