/** The hosts of a repository as its sources say them, each with all places where it takes part under its name. Nothing is evaluated. */

import { Node } from "@nivose/nix/syntax";
import { importGraph } from "../../check/source/imports.ts";
import type { Repository } from "../../check/source/repository.ts";
import type { HostKind } from "../spec/fleet-spec.ts";
import { isExample } from "./example-files.ts";
import { entriesOfFrameworks } from "./framework-folders.ts";
import { outputsIn, type SaidOutput, type Tells } from "./outputs.ts";
import type { HostItem, SaidHost } from "./said-host.ts";
import { namedItems } from "./named-items.ts";
import { isNamedFor } from "./own-files.ts";
import { literalName } from "./places.ts";
import { registryItems } from "./registries.ts";
import { type SaidName, saidIn } from "./said.ts";
import { isSystem } from "./systems.ts";

export function saidHosts(repository: Repository): readonly SaidHost[] {
  const known = kept.get(repository);
  if (known !== undefined) return known;
  const found = repository.flakes.flatMap(({ folder }) => hostsOf(repository, folder));
  kept.set(repository, found);
  return found;
}

/** An output that has hosts of a kind, in the flake at the top, of which the sources do not tell the names. */
export function unreadOutput(repository: Repository, wanted: HostKind): SaidOutput | undefined {
  const graph = importGraph(repository);
  return [...repository.files.values()]
    .filter(({ name }) => (graph.flakeOf(name) || ".") === "." && !isExample(name))
    .flatMap((file) => outputsIn(file))
    .find(({ tells }) => tells === wanted);
}

const kept = new WeakMap<Repository, readonly SaidHost[]>();

interface Heard {
  readonly output: SaidOutput;
  readonly said: SaidName;
}

function hostsOf(repository: Repository, flake: string): readonly SaidHost[] {
  const graph = importGraph(repository);
  const files = [...repository.files.values()].filter(
    ({ name }) => (graph.flakeOf(name) || ".") === (flake || ".") && !isExample(name),
  );
  const outputs = files.flatMap((file) => outputsIn(file));
  const heard = outputs.flatMap((output) => namesOf(repository, output));
  const isHive = outputs.some((output) => isOfHive(output));
  const telling = heard.filter(
    ({ output, said }) =>
      output.tells !== "target" ||
      prefixed(said.name) !== undefined ||
      (isHive && /^colmena(?:Hive)?$/u.test(output.path.at(-1)!)),
  );
  const found = new Map<string, SaidHost>();
  for (const { output, said } of telling) {
    const name = prefixed(said.name) ?? said.name;
    const kind = kindOf(output.tells, said);
    if (kind === undefined || notHosts.has(name) || isSystem(name) || found.has(`${kind}:${name}`)) continue;
    const own = heard.filter(
      (each) =>
        (prefixed(each.said.name) ?? each.said.name) === name &&
        (each.output.tells === "target" || kindOf(each.output.tells, each.said) === kind),
    );
    const items = own.flatMap(({ output: { tells, path: names }, said: each }) =>
      each.by === "item" ? [{ tells, output: names.join("."), ...each }] : [],
    );
    const entries = own.flatMap(({ said: each }) => (each.by === "folder" ? [each.entry] : []));
    found.set(`${kind}:${name}`, { name, kind, flake, items: distinct(items), entries: [...new Set(entries)] });
  }
  const kinds = new Set([...found.values()].map(({ kind }) => kind));
  for (const { kind, entry, name } of entriesOfFrameworks(repository, flake))
    if (!kinds.has(kind) && !isShared(name))
      found.set(`${kind}:${name}`, { name, kind, flake, items: [], entries: [entry] });
  const hosts = [...found.values()];
  return hosts.map((host) => {
    const items = [...host.items, ...namedItems(repository, host), ...registryItems(repository, host, hosts)];
    return { ...host, items: distinct(items) };
  });
}

/** `nixosConfigurations = self.colmenaHive.nodes`: the hosts are those that colmena knows. */
function isOfHive({ file, tells, value, below }: SaidOutput): boolean {
  return tells === "nixos" && below.length === 0 && /\b(?:colmena|\w*[hH]ive)\b[^;]*\.nodes$/u.test(file.text(value));
}

function namesOf(repository: Repository, output: SaidOutput): readonly Heard[] {
  const { file, set, binding, value, below } = output;
  const [first] = below;
  if (below.length > 0)
    return first === undefined
      ? []
      : [{ output, said: { by: "item", name: first, file, collection: set, item: binding } }];
  const called = ownCall(output);
  if (called !== undefined)
    return [{ output, said: { by: "item", name: called, file, collection: set, item: binding } }];
  return saidIn(repository, { file, ref: value })
    .filter((said) => said.by === "item" || !isShared(said.name))
    .map((said) => ({ output, said }));
}

/** `luna` of `flake.nixosConfigurations = self.lib.mkNixos "x86_64-linux" "luna"`, which a module of the flake says in the files of that host. */
function ownCall({ file, path: [first], value }: SaidOutput): string | undefined {
  const { tree } = file;
  if (first !== "flake" || tree.isToken(value) || tree.kind(value) !== Node.Apply) return undefined;
  const folders = file.name.split("/").slice(0, -1);
  return tree
    .children(value)
    .slice(1)
    .map((ref) => (tree.kind(ref) === Node.String ? literalName(tree, ref) : undefined))
    .find((name) => name !== undefined && !isSystem(name) && folders.some((folder) => isNamedFor(folder, name)));
}

/** `dobby` of `nixosConfigurations/dobby`, as a name of a module. */
function prefixed(name: string): string | undefined {
  return /^(?:nixosConfigurations|hosts)\/(.+)$/u.exec(name)?.[1];
}

/** Nothing if one set has hosts of all kinds, and this is one of another kind. */
function kindOf(tells: Tells, said: SaidName): HostKind | undefined {
  const text = said.by === "item" ? said.file.text(said.item) : "";
  const told = /"home(?:-manager)?"/u.test(text)
    ? "home"
    : /"(?:\w+-)?darwin"/u.test(text)
      ? "darwin"
      : /"nixos"/u.test(text)
        ? "nixos"
        : undefined;
  if (tells === "target") return "nixos";
  if (tells === "hosts") return told ?? "nixos";
  return tells === "home" || told === undefined || told === tells ? tells : undefined;
}

/** What colmena, and functions that make hosts, have in the same set. */
const notHosts: ReadonlySet<string> = new Set(
  "meta defaults network inherit specialArgs extraSpecialArgs modules extraModules inputs lib pkgs nixpkgs system systems overlays".split(
    " ",
  ),
);

function isShared(name: string): boolean {
  return /^(?:common|shared|default|modules?|profiles?|lib|global|base|_.*)$/u.test(name);
}

function distinct(items: readonly HostItem[]): readonly HostItem[] {
  return items.filter(
    (each, index) => index === items.findIndex(({ file, item }) => file === each.file && item === each.item),
  );
}
