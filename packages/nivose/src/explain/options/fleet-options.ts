/** The options of a fleet: those of all its hosts, each once, and what in the fleet sets them. */

import { parse } from "@nivose/nix/syntax";
import type { ModuleGraph } from "../../fleet/module-graph.ts";
import { definitionsOf } from "../../schema/definitions.ts";
import { OptionTree } from "../../schema/option-tree.ts";
import type { ReadFile } from "../read-file.ts";
import type { DeclaredOption } from "./ask-options.ts";

export interface FleetOption extends DeclaredOption {
  readonly hosts: readonly string[];
  /** Where modules of the fleet set it, as far as their texts tell; or a part of it, if it is a set. */
  readonly setBy: readonly Setter[];
}

export interface Setter {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly hosts: readonly string[];
}

export interface HostOptions {
  readonly host: string;
  readonly options: readonly DeclaredOption[];
  /** Which modules it has, if that is known. */
  readonly graph: ModuleGraph | undefined;
  readonly read: ReadFile;
}

/** Of hosts that declare an option with different types or defaults, the first one is told. */
export function optionsOfFleet(hosts: readonly HostOptions[]): readonly FleetOption[] {
  const byName = new Map<
    string,
    DeclaredOption & { hosts: string[]; setBy: Map<string, Setter & { hosts: string[] }> }
  >();
  for (const { host, options, graph, read } of hosts) {
    for (const option of options) {
      const known = byName.get(option.name);
      if (known !== undefined) known.hosts.push(host);
      else {
        const declared = option.declared.map((file) => read(file).name);
        byName.set(option.name, { ...option, declared, hosts: [host], setBy: new Map() });
      }
    }
    for (const { name, ...place } of graph === undefined ? [] : settersOf(options, graph, read)) {
      const setBy = byName.get(name)!.setBy;
      const key = `${place.file}:${place.line}:${place.column}`;
      const known = setBy.get(key);
      if (known === undefined) setBy.set(key, { ...place, hosts: [host] });
      else if (known.hosts.at(-1) !== host) known.hosts.push(host);
    }
  }
  return [...byName.values()].map(({ setBy, ...option }) => ({ ...option, setBy: [...setBy.values()] }));
}

interface Found {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

function settersOf(options: readonly DeclaredOption[], graph: ModuleGraph, read: ReadFile): Found[] {
  const tree = new OptionTree([Object.fromEntries(options.map(({ name }) => [name, { type: "" }]))]);
  return graph.lists.flatMap(({ at, modules }) =>
    [...new Set(modules.filter(({ isDisabled }) => !isDisabled).map(({ file }) => file))].flatMap((file) =>
      settersIn(file, at, tree, read),
    ),
  );
}

function settersIn(file: string, at: readonly string[], tree: OptionTree, read: ReadFile): Found[] {
  const found = read(file);
  // those of others are not even looked at, because they are many
  if (!found.isOwn || found.source === undefined) return [];
  const { source, name: shown } = found;
  const parsed = parse(source, { pipeOperators: true });
  const definitions = definitionsOf(parsed, (path) => tree.isInnermost([...at, ...path])) ?? [];
  return definitions.flatMap(({ path, attrPath }) => {
    const place = { file: shown, ...parsed.positions.at(parsed.start(attrPath)) };
    const whole = [...at, ...path];
    // what is set within an option sets that option, too
    return whole.flatMap((_part, index) =>
      tree
        .namesAt(whole.slice(0, index + 1))
        .map((name) => ({ name, file: place.file, line: place.line, column: place.column })),
    );
  });
}
