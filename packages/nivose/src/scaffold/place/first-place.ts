/** Where the first part of a kind goes in a repository that has none: an output of `flake.nix`, written as the others are, if there is one way to do that. */

import { posix } from "node:path";
import { importGraph } from "../../check/source/imports.ts";
import { attributeAt } from "../edit/attributes.ts";
import { Node, type Ref, view } from "@nivose/nix/syntax";
import type { SourceFile } from "../../check/source/source-file.ts";
import { bindingsOf } from "../../schema/definitions.ts";
import type { PartKind, Place } from "../layout.ts";
import type { Site } from "../site/site.ts";
import { sameExpression } from "./expressions.ts";
import { bindingOf, setAt } from "./found.ts";

/** The site, with that place if it has no other, or if the part of this name is there in just that way. */
export function withFirstPlace(site: Site, kind: PartKind, name: string): Site {
  const way = ways[kind];
  const flake = site.repository.files.get("flake.nix");
  const outputs = flake === undefined ? undefined : setAt(flake, "outputs");
  if (way === undefined || flake === undefined || outputs === undefined) return site;
  const place = way(flake, outputs, site);
  const [wiring] = place?.wiring ?? [];
  if (place === undefined || wiring?.kind !== "attribute") return site;
  const file = site.repository.files.get(wiring.file)!;
  const set = setAt(file, wiring.set)!;
  const [output] = wiring.attribute!.replace("flake.", "").split(".");
  // an output that was made for the first part goes with it
  const there = wiring.attribute === output ? bindingOf(file, set, [output!]) : undefined;
  const isOwn = there !== undefined && sameExpression(file.text(there.value), wiring.value.replaceAll("{name}", name));
  const isFree = site.layout.parts[kind] === undefined && !isSaid(site, file, set, output!, wiring.attribute!);
  return isOwn || isFree ? { ...site, layout: { parts: { ...site.layout.parts, [kind]: place } } } : site;
}

type Way = (flake: SourceFile, outputs: Ref, site: Site) => Place | undefined;

const ways: Readonly<Partial<Record<PartKind, Way>>> = {
  overlay: (flake, outputs) =>
    output(flake, outputs, "overlays", "overlays/{name}.nix", "import ./overlays/{name}.nix"),
  template: (flake, outputs) =>
    output(
      flake,
      outputs,
      "templates",
      "templates/{name}/flake.nix",
      "{ path = ./templates/{name}; description = {quoted}; }",
    ),
  package: (flake, outputs, site) => ofSystems(flake, outputs, site, "packages", "pkgs/{name}/package.nix"),
  shell: (flake, outputs, site) => ofSystems(flake, outputs, site, "devShells", "shells/{name}.nix"),
};

function output(flake: SourceFile, outputs: Ref, name: string, path: string, value: string): Place {
  const isMade = flake.mentions("mkFlake");
  const hasSet = isMade && bindingOf(flake, outputs, ["flake"]) !== undefined;
  const prefix = isMade && !hasSet ? "flake." : "";
  const set = hasSet ? "outputs.flake" : "outputs";
  return { path, wiring: [{ kind: "attribute", file: flake.name, set, attribute: `${prefix}${name}.{name}`, value }] };
}

/** `perSystem`, or a function such as `forAllSystems` that another output is made by. */
function ofSystems(flake: SourceFile, outputs: Ref, site: Site, name: string, path: string): Place | undefined {
  const value = `pkgs.callPackage ./${path} { }`;
  if (flake.mentions("mkFlake") && !flake.mentions("perSystem")) return inModule(flake, site, name, path);
  if (flake.mentions("perSystem")) {
    const isGiven = /perSystem\s*=\s*\{[^}]*\bpkgs\b/u.test(flake.text(flake.expression));
    const wiring = {
      kind: "attribute",
      file: flake.name,
      set: "outputs.perSystem",
      attribute: `${name}.{name}`,
      value,
    } as const;
    return isGiven && setAt(flake, wiring.set) !== undefined ? { path, wiring: [wiring] } : undefined;
  }
  const names = bindingsOf(flake.tree, outputs).flatMap((each) => functionOf(flake, each.value) ?? []);
  const [by, ...others] = new Set(names);
  if (by === undefined || others.length > 0) return undefined;
  const whole = `${by} (pkgs: { {name} = ${value}; })`;
  return { path, wiring: [{ kind: "attribute", file: flake.name, set: "outputs", attribute: name, value: whole }] };
}

/** The `perSystem` of the module that is nearest to the flake, if it is given packages. */
function inModule({ name: flake }: SourceFile, { repository }: Site, name: string, path: string): Place | undefined {
  const graph = importGraph(repository);
  const reached = graph.reach([flake], ({ listedIn }) => listedIn === "imports", false);
  const [module] = [...reached].flatMap((each) => {
    const file = repository.files.get(each)!;
    const made = file.mentions("perSystem") ? attributeAt(file, ["perSystem"]) : undefined;
    return made !== undefined && /^\{[^}]*\bpkgs\b/u.test(file.text(made.value)) ? [file] : [];
  });
  if (module === undefined || setAt(module, "perSystem") === undefined) return undefined;
  const relative = posix.relative(posix.dirname(module.name), path);
  const value = `pkgs.callPackage ${relative.startsWith(".") ? relative : `./${relative}`} { }`;
  const attribute = `${name}.{name}`;
  return { path, wiring: [{ kind: "attribute", file: module.name, set: "perSystem", attribute, value }] };
}

/** The name of `f` in `f (pkgs: …)`. */
function functionOf({ tree }: SourceFile, value: Ref): string | undefined {
  const node = tree.isToken(value) ? undefined : view(tree, value);
  if (node?.kind !== "apply" || node.arguments.length !== 1 || !tree.isToken(node.function)) return undefined;
  const paren = view(tree, node.arguments[0]!);
  const lambda = paren.kind === "paren" && !tree.isToken(paren.expression) ? view(tree, paren.expression) : undefined;
  const isOfPackages = lambda?.kind === "lambda" && lambda.name !== undefined && tree.text(lambda.name) === "pkgs";
  return isOfPackages && lambda.formals === undefined ? tree.text(node.function) : undefined;
}

/** Whether something has this output already: then where it comes from is not understood. */
function isSaid({ repository }: Site, flake: SourceFile, set: Ref, name: string, attribute: string): boolean {
  const isDotted = attribute.endsWith(`${name}.{name}`) && attribute !== name;
  const own = bindingsOf(flake.tree, set).filter(({ path }) => path.includes(name));
  if (own.some(({ path }) => !isDotted || path.at(-1) === name)) return true;
  if (
    flake.nodes(Node.Inherit).some((ref) =>
      flake
        .text(ref)
        .split(/[\s;]+/u)
        .includes(name),
    )
  )
    return true;
  // modules of a flake are found wherever they are
  return (
    repository.files.get("flake.nix")?.mentions("mkFlake") === true &&
    [...repository.files.values()].some(
      (file) =>
        file !== flake &&
        file.mentions("perSystem", "flake") &&
        new RegExp(String.raw`(?:^|[\s.])${name}(?:\.[\w-]+)*\s*=(?!\s*\[)`, "mu").test(
          Buffer.from(file.bytes).toString(),
        ),
    )
  );
}
