/** A module with options of its own, as its text has it: where they are, whether it has an `enable`, what it sets. */

import { Node, type Ref, type Tree, view } from "@nivose/nix/syntax";
import { letPaths, nodesOf, selectedPath, textOf } from "../../advice/source.ts";
import { type Binding, bindingsOf, definitionsOf } from "../../schema/definitions.ts";
import { optionData, type OptionSource } from "../../schema/option-data.ts";
import { shapeOf } from "../source/module-shape.ts";
import type { SourceFile } from "../source/source-file.ts";

export interface OptionModule {
  readonly file: SourceFile;
  /** What all of its options have in common. */
  readonly namespace: readonly string[];
  /** Where the first is declared. */
  readonly declared: Ref;
  readonly hasEnable: boolean;
  /** `cfg = config.…` of the file, below `config`. */
  readonly own: { readonly name: string; readonly path: readonly string[]; readonly value: Ref } | undefined;
  /** What it sets, but for its own options and what is said of the host. */
  readonly sets: readonly { readonly attrPath: Ref; readonly isGuarded: boolean }[];
}

/** One or none. */
export function optionModulesOf(file: SourceFile): readonly OptionModule[] {
  if (!file.mentions("options")) return [];
  const { shape, isSure, bodies } = shapeOf(file);
  if (shape !== "module" || !isSure) return [];
  const { tree } = file;
  const declared = bodies.flatMap((body) => declaredIn(tree, body));
  const paths = declared.map(({ path }) => path);
  if (paths.length === 0 || paths.some((path) => path.length < 2 || path.includes(undefined))) return [];
  const namespace = commonStart(paths.map((path) => path.slice(0, -1) as string[]));
  if (namespace.length < 2 || isOfSystem(namespace)) return [];
  const own = ownConfiguration(tree);
  const aliases = letPaths(tree);
  const sets = (definitionsOf(tree, () => false) ?? [])
    .filter(({ path }) => path[0] !== namespace[0] && !toldOnly.has(path[0] ?? ""))
    .map(({ attrPath, value, around }) => ({
      attrPath,
      // `services.x.enable = cfg.enable` says the same
      isGuarded:
        dependsOnOwn(tree, value, namespace, aliases) ||
        around.some(
          ({ by, condition }) =>
            (by === "mkIf" || by === "optionalAttrs") && dependsOnOwn(tree, condition!, namespace, aliases),
        ),
    }));
  const hasEnable = paths.some((path) => path.at(-1) === "enable" && path.length === namespace.length + 1);
  return [{ file, namespace, declared: declared[0]!.attrPath, hasEnable, own, sets }];
}

/** All options that a file declares if it is a module, each with what it says of it. */
export function declaredOptions(
  file: SourceFile,
): readonly { readonly path: readonly string[]; readonly value: Ref }[] {
  const { shape, bodies } = shapeOf(file);
  if (shape !== "module") return [];
  return bodies
    .flatMap((body) => declaredIn(file.tree, body))
    .flatMap(({ path, value }) => (path.includes(undefined) ? [] : [{ path: path as readonly string[], value }]));
}

/** Options that say something of others. */
const toldOnly: ReadonlySet<string> = new Set(["assertions", "warnings", "_module", "meta"]);

function declaredIn(tree: Tree, body: Ref): Binding[] {
  return bindingsOf(tree, body).flatMap(({ path, value, attrPath }) =>
    path[0] === "options" ? leaves(tree, { path: path.slice(1), value, attrPath }) : [],
  );
}

function leaves(tree: Tree, { path, value, attrPath }: Binding): Binding[] {
  const node = view(tree, value);
  if (node.kind === "paren") return leaves(tree, { path, value: node.expression, attrPath });
  if (node.kind === "with") return leaves(tree, { path, value: node.body, attrPath });
  if (node.kind !== "attr-set") return path.length === 0 ? [] : [{ path, value, attrPath }];
  return bindingsOf(tree, value).flatMap((inner) => leaves(tree, { ...inner, path: [...path, ...inner.path] }));
}

function commonStart(paths: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = paths;
  const end = first.findIndex((name, index) => others.some((path) => path[index] !== name));
  return end < 0 ? first : first.slice(0, end);
}

/** Whether NixOS, nix-darwin or Home Manager have it: what is there already is added to. */
export function isOfSystem(namespace: readonly string[]): boolean {
  const sources: readonly OptionSource[] = ["nixos", "darwin", "home"];
  return sources.some((source) => optionData(source).has(namespace));
}

function ownConfiguration(tree: Tree): OptionModule["own"] {
  for (const node of nodesOf(tree, Node.Let))
    for (const ref of tree.children(node)) {
      if (tree.kind(ref) !== Node.Binding) continue;
      const name = textOf(tree, tree.child(ref, 0));
      const value = tree.child(ref, 1);
      const path = selectedPath(tree, value);
      if (name === "cfg" && path?.[0] === "config" && path.length > 2) return { name, path: path.slice(1), value };
    }
  return undefined;
}

/** Whether a condition reads one of the module's own options. */
function dependsOnOwn(
  tree: Tree,
  condition: Ref,
  namespace: readonly string[],
  aliases: ReadonlyMap<string, readonly string[]>,
): boolean {
  if (tree.isToken(condition)) return aliases.has(tree.text(condition));
  const path = selectedPath(tree, condition);
  if (path !== undefined) {
    // which of several variables of one name it is does not matter
    if (aliases.get(path[0]!)?.[0] === "config") return true;
    return path[0] === "config" && path[1] === namespace[0];
  }
  return tree.children(condition).some((child) => dependsOnOwn(tree, child, namespace, aliases));
}
