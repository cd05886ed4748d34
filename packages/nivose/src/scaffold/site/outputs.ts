/** Where a repository says which hosts it has: the outputs of flakes, in `flake.nix` or in the modules that it is made of. */

import { NONE, type Ref, view } from "@nivose/nix/syntax";
import type { SourceFile } from "../../check/source/source-file.ts";
import { bindingsOf } from "../../schema/definitions.ts";
import type { HostKind } from "../spec/fleet-spec.ts";
import { isSystem } from "./systems.ts";

/** What is below an output: hosts of a kind, hosts of several kinds, or what a tool that deploys knows of hosts that are said elsewhere. */
export type Tells = HostKind | "target" | "hosts";

export interface SaidOutput {
  readonly file: SourceFile;
  readonly tells: Tells;
  /** As it is named, such as `flake.nixosConfigurations`. */
  readonly path: readonly string[];
  /** The set that it stands in, and the binding there. */
  readonly set: Ref;
  readonly binding: Ref;
  readonly value: Ref;
  /** Names behind the output in the same binding: `luna` of `nixosConfigurations.luna = …`. */
  readonly below: readonly (string | undefined)[];
}

/** In the order of the file. */
export function outputsIn(file: SourceFile): readonly SaidOutput[] {
  const known = kept.get(file);
  if (known !== undefined) return known;
  const found: SaidOutput[] = [];
  if (file.mentions(...words)) visit(file, file.expression, [], found);
  kept.set(file, found);
  return found;
}

const kept = new WeakMap<SourceFile, readonly SaidOutput[]>();

/** A `*` is the name of a platform. */
const table: readonly (readonly [path: string, tells: Tells])[] = [
  ["nixosConfigurations", "nixos"],
  ["darwinConfigurations", "darwin"],
  ["homeConfigurations", "home"],
  ["configurations.nixos", "nixos"],
  ["configurations.darwin", "darwin"],
  ["configurations.home", "home"],
  ["clan.machines", "nixos"],
  ["clan.inventory.machines", "nixos"],
  ["hosts", "hosts"],
  ["lite-config.hosts", "hosts"],
  ["den.hosts.*", "nixos"],
  ["den.homes.*", "home"],
  ["den.aspects", "target"],
  ["modules.nixos", "target"],
  ["modules.darwin", "target"],
  ["modules.homeManager", "target"],
  ["deploy.nodes", "target"],
  ["ezConfigs.nixos.hosts", "target"],
  ["ezConfigs.darwin.hosts", "target"],
  ["colmena", "target"],
  ["colmenaHive", "target"],
];

const known = table.map(([path, tells]) => ({ path: path.split("."), tells }));
const words = [...new Set(known.map(({ path }) => path.findLast((name) => name !== "*")!))];
const around: ReadonlySet<string> = new Set(["flake", "outputs", "config"]);

function visit(file: SourceFile, ref: Ref, path: readonly string[], found: SaidOutput[]): void {
  const { tree } = file;
  if (ref === NONE || tree.isToken(ref)) return;
  const node = view(tree, ref);
  switch (node.kind) {
    case "paren":
      return visit(file, node.expression, path, found);
    case "lambda":
    case "with":
    case "assert":
      return visit(file, node.body, path, found);
    case "let":
      visitBindings(file, ref, path.length === 0 ? [] : ["?"], found);
      return visit(file, node.body, path, found);
    case "binary":
      visit(file, node.left, path, found);
      return visit(file, node.right, path, found);
    case "apply":
      for (const argument of node.arguments) visit(file, argument, path, found);
      return;
    case "attr-set":
      visitBindings(file, ref, path, found);
      return;
    default:
  }
}

function visitBindings(file: SourceFile, set: Ref, path: readonly string[], found: SaidOutput[]): void {
  const { tree } = file;
  for (const binding of tree.children(set)) {
    const node = view(tree, binding);
    if (node.kind !== "binding") continue;
    const names = [...path, ...bindingNames(file, set, node.attrPath)];
    const own = names.slice(names.findIndex((name) => name === undefined || !around.has(name)));
    const output = known.find((each) => each.path.every((name, index) => isNamed(own[index], name)));
    // `hosts` is a word of many modules
    if (output?.tells === "hosts" && own.length === names.length && !file.name.endsWith("flake.nix")) continue;
    if (output !== undefined && own.length >= output.path.length) {
      const length = names.length - own.length + output.path.length;
      const said = names.slice(0, length) as string[];
      found.push({
        file,
        tells: tellsOf(output.tells, own),
        path: said,
        set,
        binding,
        value: node.value,
        below: names.slice(length),
      });
    } else if (mayLead(own) || names.every((name) => around.has(name ?? "?")))
      visit(file, node.value, names as string[], found);
  }
}

function mayLead(own: readonly (string | undefined)[]): boolean {
  return known.some(({ path }) => path.length > own.length && own.every((name, index) => isNamed(name, path[index]!)));
}

function isNamed(name: string | undefined, pattern: string): boolean {
  return pattern === "*" ? name !== undefined && isSystem(name) : name === pattern;
}

function tellsOf(tells: Tells, own: readonly (string | undefined)[]): Tells {
  return tells === "nixos" && own.some((name) => name !== undefined && name.endsWith("-darwin") && isSystem(name))
    ? "darwin"
    : tells;
}

function bindingNames(file: SourceFile, set: Ref, attrPath: Ref): readonly (string | undefined)[] {
  return bindingsOf(file.tree, set).find((each) => each.attrPath === attrPath)?.path ?? letNames(file, attrPath);
}

/** `bindingsOf` knows sets only. */
function letNames(file: SourceFile, attrPath: Ref): readonly (string | undefined)[] {
  return file.tree.children(attrPath).map((name) => (file.tree.isToken(name) ? file.tree.text(name) : undefined));
}
