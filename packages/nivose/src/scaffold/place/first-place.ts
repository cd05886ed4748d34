/**
 * Where the first part of a kind goes in a repository that has none: an output of `flake.nix`, written as the others are, if there is one way
 * to do that; or a file that hosts can import.
 */

import { posix } from "node:path";
import { importGraph } from "../../check/source/imports.ts";
import { attributeAt, setsOf } from "../edit/attributes.ts";
import { type Ref, view } from "@nivose/nix/syntax";
import type { SourceFile } from "../../check/source/source-file.ts";
import { bindingsOf } from "../../schema/definitions.ts";
import type { PartKind, Place } from "../layout.ts";
import type { Site } from "../site/site.ts";
import { sameExpression } from "./expressions.ts";
import { firstModule } from "./first-module.ts";
import { isOfEachSystem, isOfParts, legacyPackages, systemOf } from "./flake-outputs.ts";
import { bindingOf, setAt } from "./found.ts";

/** The site, with that place if it has no other, or if the part of this name is there in just that way. */
export function withFirstPlace(site: Site, kind: PartKind, name: string): Site {
  const module = site.layout.parts[kind] === undefined ? firstModule(site, kind) : undefined;
  if (module !== undefined) return { ...site, layout: { parts: { ...site.layout.parts, [kind]: module } } };
  const way = ways[kind];
  const flake = site.repository.files.get("flake.nix");
  const outputs = flake === undefined ? undefined : setAt(flake, "outputs");
  if (way === undefined || flake === undefined || outputs === undefined) return site;
  const place = way(flake, outputs, site, name);
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

type Way = (flake: SourceFile, outputs: Ref, site: Site, part: string) => Place | undefined;

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
  package: (flake, outputs, site, part) => ofSystems(flake, outputs, site, "packages", "pkgs/{name}/package.nix", part),
  shell: (flake, outputs, site, part) => ofSystems(flake, outputs, site, "devShells", "shells/{name}.nix", part),
};

function output(flake: SourceFile, outputs: Ref, name: string, path: string, value: string): Place | undefined {
  const isMade = isOfParts(flake);
  if (!isMade && isOfEachSystem(flake, outputs)) return undefined;
  const hasSet = isMade && bindingOf(flake, outputs, ["flake"]) !== undefined;
  const prefix = isMade && !hasSet ? "flake." : "";
  const set = hasSet ? "outputs.flake" : "outputs";
  return { path, wiring: [{ kind: "attribute", file: flake.name, set, attribute: `${prefix}${name}.{name}`, value }] };
}

/** `perSystem`, or a function such as `forAllSystems` that another output is made by. */
function ofSystems(
  flake: SourceFile,
  outputs: Ref,
  site: Site,
  name: string,
  path: string,
  part: string,
): Place | undefined {
  const value = `pkgs.callPackage ./${path} { }`;
  const first = isOfParts(flake) ? firstOfSystems(flake, outputs, site, name, path, part) : undefined;
  if (first !== undefined) return first;
  if (isOfParts(flake) && !flake.mentions("perSystem")) return inModule(flake, site, name, path);
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
  const calls = bindingsOf(flake.tree, outputs).flatMap((each) => callOf(flake, each.value) ?? []);
  const [by, ...others] = new Set(calls.map((each) => each.function));
  if (by === undefined) return ofOneSystem(flake, outputs, site, name, path);
  if (others.length > 0) return undefined;
  const isOfPackages = calls.some(({ argument }) => argument === "pkgs");
  const nixpkgs = isOfPackages ? "pkgs" : legacyPackages(flake, site, "${system}");
  if (nixpkgs === undefined) return undefined;
  const argument = isOfPackages ? "pkgs" : "system";
  const whole = `${by} (${argument}: { {name} = ${nixpkgs}.callPackage ./${path} { }; })`;
  return { path, wiring: [{ kind: "attribute", file: flake.name, set: "outputs", attribute: name, value: whole }] };
}

/** `perSystem` itself, if nothing says it yet, or it was made for just this part. */
function firstOfSystems(
  flake: SourceFile,
  outputs: Ref,
  { repository }: Site,
  name: string,
  path: string,
  part: string,
): Place | undefined {
  const value = `{ pkgs, ... }: { ${name}.{name} = pkgs.callPackage ./${path} { }; }`;
  const there = bindingOf(flake, outputs, ["perSystem"]);
  const isOwn = there !== undefined && sameExpression(flake.text(there.value), value.replaceAll("{name}", part));
  const isSaid = [...repository.files.values()].some(
    (file) => file.mentions("perSystem") && !(isOwn && file === flake),
  );
  if (isSaid) return undefined;
  return { path, wiring: [{ kind: "attribute", file: flake.name, set: "outputs", attribute: "perSystem", value }] };
}

/** Where outputs are a plain set, and nothing is done for several systems. */
function ofOneSystem(flake: SourceFile, outputs: Ref, site: Site, name: string, path: string): Place | undefined {
  if (isOfParts(flake) || isOfEachSystem(flake, outputs)) return undefined;
  const system = systemOf(flake);
  const nixpkgs = legacyPackages(flake, site, system);
  if (nixpkgs === undefined) return undefined;
  const value = `${nixpkgs}.callPackage ./${path} { }`;
  const attribute = `${name}.${system}.{name}`;
  return { path, wiring: [{ kind: "attribute", file: flake.name, set: "outputs", attribute, value }] };
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

/** `f` and `pkgs` of `f (pkgs: …)`, `f systems` and `system` of `f systems (system: …)`. */
function callOf(
  { tree }: SourceFile,
  value: Ref,
): { readonly function: string; readonly argument: "pkgs" | "system" } | undefined {
  const node = tree.isToken(value) ? undefined : view(tree, value);
  if (node?.kind !== "apply" || node.arguments.length > 2) return undefined;
  const [last, ...before] = node.arguments.toReversed();
  const called = [node.function, ...before];
  if (called.some((each) => !tree.isToken(each))) return undefined;
  const paren = view(tree, last!);
  const lambda = paren.kind === "paren" && !tree.isToken(paren.expression) ? view(tree, paren.expression) : undefined;
  if (lambda?.kind !== "lambda" || lambda.name === undefined || lambda.formals !== undefined) return undefined;
  const argument = tree.text(lambda.name);
  if (argument !== "pkgs" && argument !== "system") return undefined;
  return { function: called.map((each) => tree.text(each)).join(" "), argument };
}

/** Whether something has this output already: then where it comes from is not understood. */
function isSaid({ repository }: Site, flake: SourceFile, set: Ref, name: string, attribute: string): boolean {
  const isDotted = attribute.endsWith(`${name}.{name}`) && attribute !== name;
  const outputs = flake.name === "flake.nix" ? setsOf(flake.tree, attributeAt(flake, ["outputs"])!.value) : [set];
  const own = outputs.flatMap((each) => bindingsOf(flake.tree, each)).filter(({ path }) => path.includes(name));
  if (own.some(({ path }) => !isDotted || path.at(-1) === name)) return true;
  // modules of a flake are found wherever they are; the `packages` of a home are a list
  return (
    repository.files.get("flake.nix")?.mentions("mkFlake") === true &&
    [...repository.files.values()].some(
      (file) =>
        file !== flake &&
        file.mentions("perSystem", "flake") &&
        new RegExp(
          String.raw`(?:^\s*|[\s{]|\b(?:flake|perSystem)\.)${name}(?:\.[\w-]+)*\s*=(?!\s*(?:\[|with\b))`,
          "mu",
        ).test(Buffer.from(file.bytes).toString()),
    )
  );
}
