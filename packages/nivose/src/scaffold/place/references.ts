/** What refers to a part that is to go: nobody else's text may come to mean nothing. */

import path from "node:path";
import { BY_WITH, Node, NONE, type Ref, Token, view } from "@nivose/nix/syntax";
import type { Repository } from "../../check/source/repository.ts";
import { SourceFile } from "../../check/source/source-file.ts";
import { bindingsOf } from "../../schema/definitions.ts";
import type { GrownFile, GrowProblem } from "../growth.ts";
import type { PartKind } from "../layout.ts";
import { placeMessages } from "./messages.ts";
import { optionsOfOwn, usesAsOutput } from "./module-references.ts";
import { fillPattern } from "./pattern.ts";
import type { PlacedPart } from "./placed-part.ts";

/** `changes` are the files without the part: what names it for it to take part is gone from them. */
export function referencesTo(
  repository: Repository,
  changes: ReadonlyMap<string, GrownFile | undefined>,
  { kind, place, values }: PlacedPart,
): GrowProblem[] {
  const { name } = values;
  const gone = new Set([...changes].filter(([, file]) => file === undefined).map(([file]) => file));
  const option = place.option === undefined ? [] : [fillPattern(place.option, values).split(".")];
  const isModule = modules.has(kind);
  const options = [...option, ...(isModule ? optionsOfOwn(repository, gone, place.platform) : [])];
  const problems: GrowProblem[] = [];
  for (const [file, before] of repository.files) {
    if (gone.has(file)) continue;
    const after = changes.get(file);
    const source = after === undefined ? before : new SourceFile(file, after.bytes);
    const used = options.filter((each) => source.mentions(each.at(-1)!)).flatMap((each) => usesOfOption(source, each));
    if (used.length === 0 && !source.mentions(name)) continue;
    const places = [
      ...pathsTo(source, gone),
      ...used,
      ...(isModule ? usesAsOutput(source, name) : []),
      ...namesInLists(source, kind, name),
      ...usesOfOutput(source, kind, name),
      ...(kind === "flake" ? namesOfFlake(source, name) : []),
    ];
    const ranges = new Map(places.map((ref) => [source.tree.start(ref), source.tree.range(ref)]));
    for (const range of [...ranges.values()].toSorted((a, b) => a.start - b.start)) {
      const line = source.positions.at(range.start).line;
      problems.push({ message: placeMessages["part-used"](kind, name, `${file}:${line}`), file, range });
    }
  }
  return problems;
}

/** Paths to a file that goes, or to a folder of which all goes. */
function pathsTo(file: SourceFile, gone: ReadonlySet<string>): Ref[] {
  return paths(file).filter((ref) => {
    const target = path.posix.join(path.posix.dirname(file.name), file.text(ref));
    return [...gone].some((each) => each === target || each === `${target}/default.nix`);
  });
}

function paths(file: SourceFile): Ref[] {
  const { tree } = file;
  const found: Ref[] = [];
  const visit = (ref: Ref): void => {
    if (ref === NONE) return;
    if (tree.isToken(ref)) {
      if (tree.kind(ref) === Token.Path) found.push(ref);
      return;
    }
    for (const child of tree.children(ref)) visit(child);
  };
  visit(tree.root);
  return found;
}

/** `config.fleet.part.enable`, `fleet.part = …`, `inherit (config.fleet) part`. */
function usesOfOption(file: SourceFile, option: readonly string[]): Ref[] {
  const { tree } = file;
  const whole = option.join(".");
  const inPaths = file.nodes(Node.AttrPath).filter((ref) => `.${namesOf(file, ref).join(".")}.`.includes(`.${whole}.`));
  const inSets = file.definitions
    .filter((each) => each.path.slice(0, option.length).join(".") === whole)
    .map(({ attrPath }) => attrPath);
  const prefix = option.slice(0, -1).join(".");
  const inherited = file.nodes(Node.Inherit).flatMap((ref) => {
    const node = view(tree, ref);
    if (node.kind !== "inherit" || node.from === undefined) return [];
    return file.text(node.from).includes(prefix) ? node.names.filter((each) => file.text(each) === option.at(-1)) : [];
  });
  return [...inPaths, ...inSets, ...inherited];
}

/** `roles = [ "edge" ]`. */
function namesInLists(file: SourceFile, kind: PartKind, name: string): Ref[] {
  if (!named.has(kind)) return [];
  const { tree } = file;
  return file.nodes(Node.AttrSet).flatMap((set) =>
    bindingsOf(tree, set)
      .filter(({ path: names }) => names.at(-1) === `${kind}s`)
      .flatMap(({ value }) => {
        const node = tree.isToken(value) ? undefined : view(tree, value);
        return node?.kind === "list" ? node.elements.filter((each) => file.text(each) === `"${name}"`) : [];
      }),
  );
}

/** Kinds of parts that hosts have in lists of their names. */
const named: ReadonlySet<PartKind> = new Set(["role", "profile", "service"]);

/** Where packages, overlays, shells and templates are taken from a set of them, by their names. */
function usesOfOutput(file: SourceFile, kind: PartKind, name: string): Ref[] {
  const set = sets[kind];
  if (set === undefined) return [];
  const { tree } = file;
  const selected = file.nodes(Node.Select).filter((ref) => {
    const node = view(tree, ref);
    if (node.kind !== "select") return false;
    const names = namesOf(file, node.attrPath);
    const subject = lastOf(file.text(node.subject));
    const index = names.indexOf(name);
    return index >= 0 && [subject, ...names.slice(0, index)].some((each) => set.has(each));
  });
  const inherited = file.nodes(Node.Inherit).flatMap((ref) => {
    const node = view(tree, ref);
    if (node.kind !== "inherit" || node.from === undefined) return [];
    const from = file.text(node.from).split(/[^\w-]+/u);
    return from.some((each) => set.has(each)) ? node.names.filter((each) => file.text(each) === name) : [];
  });
  return [...selected, ...inherited, ...(kind === "package" ? asked(file, name) : [])];
}

/** `url = "path:../part"`, and `[ "part" ]`. */
function namesOfFlake(file: SourceFile, name: string): Ref[] {
  const inLists = file.nodes(Node.List).flatMap((list) => file.tree.children(list));
  return [
    ...inLists.filter((ref) => file.text(ref) === `"${name}"`),
    ...file.nodes(Node.String).filter((ref) => /^"(?:path:)?\.{1,2}\/([^/"?]+)"$/u.exec(file.text(ref))?.[1] === name),
  ];
}

/** `{ lib, part }:` of a file that is called with packages, and `with pkgs; [ part ]`. */
function asked(file: SourceFile, name: string): Ref[] {
  const { tree } = file;
  const outermost = tree.isToken(file.expression) ? undefined : view(tree, file.expression);
  const formals =
    outermost?.kind === "lambda" && outermost.formals !== undefined ? view(tree, outermost.formals) : undefined;
  const own = formals?.kind === "formals" ? formals.formals.map((each) => tree.child(each, 0)) : [];
  const byWith = file
    .nodes(Node.List)
    .flatMap((list) => tree.children(list))
    .filter((ref) => tree.isToken(ref) && file.analysis.meanings[tree.firstToken(ref)] === BY_WITH);
  return [...own, ...byWith].filter((ref) => file.text(ref) === name);
}

const modules: ReadonlySet<PartKind> = new Set(["module", "profile", "role"]);

/** The names of sets in which parts of a kind are. */
const sets: Readonly<Partial<Record<PartKind, ReadonlySet<string>>>> = {
  package: new Set(["pkgs", "final", "prev", "self", "super", "packages", "legacyPackages"]),
  overlay: new Set(["overlays"]),
  shell: new Set(["devShells"]),
  template: new Set(["templates"]),
};

function lastOf(text: string): string {
  return text.split(".").at(-1)!;
}

function namesOf(file: SourceFile, attrPath: Ref): string[] {
  return file.tree.children(attrPath).map((each) => file.text(each).replaceAll('"', ""));
}
