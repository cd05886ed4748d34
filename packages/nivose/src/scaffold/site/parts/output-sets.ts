/** The sets of a flake that have its packages, shells and so on by their names, wherever they are written. */

import { type Ref, view } from "@nivose/nix/syntax";
import { importGraph } from "../../../check/source/imports.ts";
import type { Repository } from "../../../check/source/repository.ts";
import type { SourceFile } from "../../../check/source/source-file.ts";
import { type Binding, bindingsOf } from "../../../schema/definitions.ts";
import { attributeAt, setsOf } from "../../edit/attributes.ts";
import { isExample } from "../example-files.ts";
import { bodyOf, resolved } from "../places.ts";
import { isSystem } from "../systems.ts";

export interface OutputSet {
  readonly file: SourceFile;
  /** As a layout names it: a path of attributes, or nothing for the file itself. */
  readonly set: string;
  /** What is before the name of a part in that set: `packages.` of `packages.foo = …`. */
  readonly prefix: string;
  readonly members: readonly Member[];
}

export interface Member {
  readonly name: string;
  readonly value: Ref;
}

/** A folder that a function makes such a set of. */
export interface OutputFolder {
  readonly file: SourceFile;
  readonly folder: string;
}

export interface FoundOutputs {
  readonly sets: readonly OutputSet[];
  readonly folders: readonly OutputFolder[];
}

/** Of the flake at the top. */
export function outputSets(repository: Repository, output: string): FoundOutputs {
  const graph = importGraph(repository);
  const sets: OutputSet[] = [];
  const folders: OutputFolder[] = [];
  const main = outputsFile(repository);
  for (const file of repository.files.values()) {
    if ((graph.flakeOf(file.name) || ".") !== "." || !file.mentions(output) || isExample(file.name)) continue;
    for (const way of file.name === "flake.nix" ? ofFlake : file === main ? ofOutputs : ofModules) {
      const found = attributeAt(file, [...way, output]);
      if (found !== undefined) read(repository, file, [...way, output].join("."), found.value, sets, folders);
      else {
        for (const { name, value } of ofSystems(file, way, output))
          read(repository, file, [...way, output, name].join("."), value, sets, folders);
        sets.push(...dotted(file, way, output));
      }
    }
  }
  return { sets: sets.filter(({ members }) => members.length > 0), folders };
}

const ofFlake = [["outputs"], ["outputs", "flake"], ["outputs", "perSystem"]];
const ofModules = [["flake"], ["perSystem"]];
const ofOutputs: readonly (readonly string[])[] = [[], ...ofModules];

/** The file that `outputs = inputs: import ./outputs inputs;` has them from. */
function outputsFile(repository: Repository): SourceFile | undefined {
  const flake = repository.files.get("flake.nix");
  const outputs = flake && attributeAt(flake, ["outputs"]);
  if (flake === undefined || outputs === undefined) return undefined;
  const { file } = resolved(repository, { file: flake, ref: bodyOf(flake.tree, outputs.value) });
  return file === flake ? undefined : file;
}

function read(
  repository: Repository,
  file: SourceFile,
  path: string,
  value: Ref,
  sets: OutputSet[],
  folders: OutputFolder[],
): void {
  const { tree } = file;
  const [set] = setsOf(tree, value);
  const isArgument = set !== undefined && isImport(file, value);
  if (set !== undefined && !isArgument) {
    const members = membersOf(file, set);
    const inner = members.filter(({ name }) => isSystem(name));
    if (inner.length === 0) sets.push({ file, set: path, prefix: "", members });
    else for (const { name, value: own } of inner) read(repository, file, `${path}.${name}`, own, sets, folders);
    return;
  }
  const { start, end } = tree.range(value);
  const named = importGraph(repository)
    .from(file.name)
    .filter(({ range }) => range.start >= start && range.end <= end);
  const imported = named.filter(({ kind, files }) => kind === "import" && files.length === 1);
  if (named.length === 1 && imported.length === 1) {
    const other = repository.files.get(imported[0]!.files[0]!)!;
    const [whole] = setsOf(other.tree, other.expression);
    if (whole !== undefined) sets.push({ file: other, set: "", prefix: "", members: membersOf(other, whole) });
  } else if (named.length === 1 && named[0]!.folders.length === 1)
    folders.push({ file, folder: named[0]!.folders[0]! });
}

/** `import ./packages { inherit pkgs; }` has a set, and is none; nor is it with what may stand around it. */
function isImport(file: SourceFile, value: Ref): boolean {
  if (file.tree.isToken(value)) return false;
  const node = view(file.tree, value);
  if (node.kind === "paren") return isImport(file, node.expression);
  if (node.kind === "lambda" || node.kind === "let" || node.kind === "with" || node.kind === "assert")
    return isImport(file, node.body);
  if (node.kind !== "apply") return false;
  if (/(?:^|\.)import$/u.test(file.text(node.function))) return true;
  return isImport(file, node.arguments.at(-1)!);
}

/** `packages.x86_64-linux = …`. */
function ofSystems(file: SourceFile, way: readonly string[], output: string): readonly Member[] {
  return bindingsAt(file, way).flatMap(({ path: [first, name, ...rest], value }) =>
    first === output && name !== undefined && rest.length === 0 && isSystem(name) ? [{ name, value }] : [],
  );
}

/** `packages.foo = …`, one by one. */
function dotted(file: SourceFile, way: readonly string[], output: string): readonly OutputSet[] {
  const own = bindingsAt(file, way).filter(({ path }) => path[0] === output && path.length > 1);
  const prefixes = own.map(({ path }) => `${path.slice(0, -1).join(".")}.`);
  return [...new Set(prefixes)].map((prefix) => {
    const members = own.flatMap(({ path, value }, index): Member[] => {
      const name = path.at(-1);
      return name !== undefined && prefixes[index] === prefix && !isSystem(name) ? [{ name, value }] : [];
    });
    return { file, set: way.join("."), prefix, members };
  });
}

function bindingsAt(file: SourceFile, way: readonly string[]): readonly Binding[] {
  const around = way.length === 0 ? file.expression : attributeAt(file, way)?.value;
  return around === undefined ? [] : setsOf(file.tree, around).flatMap((set) => bindingsOf(file.tree, set));
}

function membersOf(file: SourceFile, set: Ref): readonly Member[] {
  return bindingsOf(file.tree, set).flatMap(({ path: [name, ...rest], value }) =>
    name === undefined || rest.length > 0 ? [] : [{ name, value }],
  );
}
