/** What became of the definitions of a file on the hosts that have it. */

import type { RawDefinition } from "../../explain/answer.ts";
import type { EvaluatedFleet, EvaluatedHost } from "../hosts/evaluated-fleet.ts";

export interface FileOnHosts {
  readonly file: string;
  /** The hosts that import it. */
  readonly hosts: readonly EvaluatedHost[];
  readonly definitions: readonly { readonly path: readonly string[]; readonly definition: RawDefinition }[];
}

/** Of the repository's own modules, each under its name. A file whose definitions are not all known is left out. */
export function filesOnHosts({ hosts, repository }: EvaluatedFleet): ReadonlyMap<string, FileOnHosts> {
  const found = new Map<
    string,
    { file: string; hosts: EvaluatedHost[]; definitions: FileOnHosts["definitions"][number][] }
  >();
  const unclear = new Set<string>();
  for (const host of hosts) {
    const names = new Map<string, string | undefined>();
    const nameOf = (file: string): string | undefined => {
      if (!names.has(file)) {
        const { name, isOwn } = host.local(file);
        names.set(file, isOwn && repository.files.has(name) ? name : undefined);
      }
      return names.get(file);
    };
    for (const { modules } of host.record?.modules.graph.lists ?? [])
      for (const { file, isDisabled } of modules) {
        const name = nameOf(file);
        if (name === undefined || isDisabled) continue;
        const known = found.get(name) ?? { file: name, hosts: [], definitions: [] };
        if (!known.hosts.includes(host)) known.hosts.push(host);
        found.set(name, known);
      }
    for (const { path, answer } of host.record?.options ?? []) {
      if (answer.kind !== "option") continue;
      for (const definition of answer.definitions ?? []) {
        const name = nameOf(definition.file);
        if (name === undefined || definition.isDefault === true) continue;
        const known = found.get(name);
        if (known === undefined) unclear.add(name);
        else known.definitions.push({ path, definition });
      }
    }
  }
  for (const name of unclear) found.delete(name);
  return found;
}

/** Whether a condition around it does not hold. */
export function isOff({ around }: RawDefinition): boolean {
  return around.some((property) => property.kind === "if" && !property.held && property.error === undefined);
}
