/** Who can read secrets, by the anchors of `.sops.yaml`. */

import type { FleetFiles } from "./fleet-files.ts";

export interface SopsKeys {
  readonly operators: readonly { readonly name: string; readonly age: string }[];
  /** By the name of the host, as an anchor has it. */
  readonly hosts: ReadonlyMap<string, string>;
}

export function readSopsKeys(files: FleetFiles): SopsKeys {
  const operators: { name: string; age: string }[] = [];
  const hosts = new Map<string, string>();
  for (const line of files.text(".sops.yaml").split("\n")) {
    const [, kind, name, age] = /^\s*- &(operator|host)_(\S+)\s+(age1[02-9ac-hj-np-z]{58})\s*$/u.exec(line) ?? [];
    if (name === undefined || age === undefined) continue;
    if (kind === "operator") operators.push({ name, age });
    else hosts.set(name, age);
  }
  return { operators, hosts };
}

/** The key of a host, if the rules know it. */
export function ageOf(host: string, { hosts }: SopsKeys): string | undefined {
  return hosts.get(host.replaceAll(/[^A-Za-z0-9]/gu, "_"));
}
