/** Which modules of the repository each host imports, and through which others: as the module system has it. */

import { importGraph } from "../../check/source/imports.ts";
import type { Repository } from "../../check/source/repository.ts";
import { shapeOf } from "../../check/source/module-shape.ts";
import { hostBinding } from "../../check/modules/host-binding.ts";
import type { Graph, GraphEdge, GraphNode, Place } from "../../explain/graph/graph.ts";
import type { FoundHost } from "../../fleet/discover.ts";
import { isConfiguration, type ModuleList } from "../../fleet/module-graph.ts";
import { distinct, placeIn } from "./module-graph.ts";

export interface HostModules {
  readonly host: FoundHost;
  /** Nothing if it could not be evaluated. */
  readonly lists: readonly ModuleList[] | undefined;
  /** The name of a file of the repository as the evaluation has it; nothing if it is another's. */
  readonly nameOf: (file: string) => string | undefined;
}

/** `isWhole` says whether these are all hosts, so that a module that is in none of them is imported by none. */
export function hostGraph(hosts: readonly HostModules[], repository: Repository, isWhole: boolean): Graph {
  const nodes = new Map<string, GraphNode>();
  const edges: GraphEdge[] = [];
  const ids = idsOf(hosts);
  for (const each of hosts) {
    const id = ids.get(each.host)!;
    nodes.set(id, { id, kind: "host", ...(each.lists === undefined ? { note: "cannot be evaluated" } : {}) });
    const known = new Set<string>();
    const add = (found: readonly GraphEdge[]): void => {
      for (const { to } of found) {
        known.add(to);
        nodes.set(to, { id: to, kind: "module" });
      }
      edges.push(...found);
    };
    const lists = each.lists ?? [];
    for (const list of lists.filter(({ at }) => isConfiguration(at))) {
      const top = list.at.length === 0 ? id : `${id} ${list.at.join(".")}`;
      const found = edgesOf(list, top, each, repository);
      if (list.at.length > 0 && found.length > 0) {
        nodes.set(top, { id: top, kind: "home" });
        edges.push({ from: id, to: top });
      }
      add(found);
    }
    // a submodule is begun by a module that is there already, unless its option takes modules
    for (const list of lists.filter(({ at }) => !isConfiguration(at)))
      add(edgesOf(list, id, each, repository).filter(({ from, to }) => from !== id || !known.has(to)));
  }
  const modules = [...repository.files.values()].filter(
    (file) => shapeOf(file).shape === "module" && shapeOf(file).isSure,
  );
  if (isWhole) for (const { name } of modules) if (!nodes.has(name)) nodes.set(name, { id: name, kind: "module" });
  return { nodes: [...nodes.values()], edges: distinct(edges), roots: [...ids.values()] };
}

/** Names that are there twice, in several flakes or as several kinds, are told apart by their attribute. */
function idsOf(hosts: readonly HostModules[]): ReadonlyMap<FoundHost, string> {
  const count = (name: string): number => hosts.filter(({ host }) => host.name === name).length;
  return new Map(
    hosts.map(({ host }) => [host, count(host.name) === 1 ? host.name : `${host.flake}#${host.attribute}`]),
  );
}

/** From the top through modules of others to those of the repository. */
function edgesOf({ roots, modules }: ModuleList, top: string, each: HostModules, repository: Repository): GraphEdge[] {
  const edges: GraphEdge[] = [];
  const seen = new Set<string>();
  const graph = importGraph(repository);
  const visit = (number: number, importer: string): void => {
    const key = `${number} ${importer}`;
    if (seen.has(key)) return;
    seen.add(key);
    const { file, imports, isDisabled } = modules[number]!;
    if (isDisabled) return;
    const name = each.nameOf(file);
    if (name !== undefined && name !== importer) edges.push({ from: importer, to: name, ...why(importer, name) });
    for (const imported of imports) visit(imported, name ?? importer);
  };
  const why = (from: string, to: string): Pick<GraphEdge, "why" | "how"> => {
    const all = graph.to(to);
    const reference =
      all.find((it) => it.from === from) ?? (from === top ? all.find((it) => isFlakeFile(it.from)) : undefined);
    if (reference === undefined) return from === top ? { why: bindingPlace(each.host, repository) } : {};
    return { why: placeIn(reference, repository), ...(reference.isConditional ? { how: "if" } : {}) };
  };
  for (const root of roots) visit(root, top);
  return edges;
}

function isFlakeFile(name: string): boolean {
  return name === "flake.nix" || name.endsWith("/flake.nix");
}

function bindingPlace(host: FoundHost, repository: Repository): Place | undefined {
  const { file, range } = hostBinding(host, repository);
  const source = repository.files.get(file);
  return source === undefined || range === undefined ? undefined : { file, ...source.positions.at(range.start) };
}
