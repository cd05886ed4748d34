/** What is known of the fleet as a whole, for rules that conclude something from what no host does. */

import { classes, type Class, lessSure } from "../finding.ts";
import type { EvaluatedFleet } from "../hosts/evaluated-fleet.ts";

/** Whether every host that the fleet may have was evaluated. */
export function isWhollyKnown({ hosts, broken, outputs }: EvaluatedFleet): boolean {
  if (broken.length > 0 || hosts.length === 0) return false;
  if (hosts.some(({ record }) => record === undefined)) return false;
  // nodes that colmena alone can evaluate
  const names = new Set(hosts.map(({ host }) => host.name));
  return [...outputs.values()].every(({ colmena }) => (colmena ?? []).every((name) => names.has(name)));
}

/** How sure it is what no host does. */
export function surenessOfAll({ hosts }: EvaluatedFleet): Class {
  return hosts.reduce<Class>((surest, each) => lessSure(surest, each.class), classes[0]);
}

/** The files of the repository that at least one host is evaluated from. */
export function evaluatedFiles({ hosts, repository }: EvaluatedFleet): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (name: string): void => {
    if (repository.files.has(name)) found.add(name);
  };
  for (const { files, record, local } of hosts) {
    for (const name of files) add(name);
    // a module of a sibling flake is no file of the host's own
    for (const { modules } of record?.modules.graph.lists ?? []) for (const { file } of modules) add(local(file).name);
  }
  return found;
}
