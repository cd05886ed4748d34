import { Node } from "@nivose/nix/syntax";
import type { AdvicePlace, Remedy } from "../../report/advice.ts";
import { type Failed, type Recogniser, shortName, systemOf } from "../failed.ts";
import { adviceMessages } from "../messages.ts";
import { findDefinitions, readContext } from "../places/option-definitions.ts";
import { decoded } from "../places/sources.ts";
import { nodesOf, selectedPath, textOf } from "../source.ts";

/** As nixpkgs said it up to 25.05, and as it says it since. */
const REFUSED = [
  /^Package [‘']([^’']+)[’'] in (?:[^\n]*?) ((?:has|is) [\s\S]*?),\s*refusing to evaluate/u,
  /^Refusing to evaluate package [‘']([^’']+)[’'](?: in [^\n]*?)? because it ((?:has|is) [\s\S]*?)(?:\n\n|$)/u,
];

/** A package that nixpkgs refuses: the line that allows it alone, and where it belongs. */
export const packageRefused: Recogniser = (failed) => {
  const [, name, reason] = REFUSED.map((form) => form.exec(failed.text)).find((match) => match !== null) ?? [];
  if (name === undefined || reason === undefined) return undefined;
  const allowance = allowanceFor(name, reason);
  const own = failed.shown.filter(({ source }) => !failed.foreign.has(source.name)).map((each) => failed.place(each));
  const message = adviceMessages["package-refused"](name, told(reason), hintFor(reason, own.length > 0));
  if (allowance === undefined) return failed.advise(message, [], own);
  const { places, remedies } = allowing(allowance, failed);
  return failed.advise(message, remedies, [...own, ...places]);
};

interface Allowance {
  /** The name of the setting, in the `config` of nixpkgs. */
  readonly setting: string;
  readonly value: string;
  readonly element: string;
}

function allowanceFor(name: string, reason: string): Allowance | undefined {
  if (reason.includes("insecure"))
    return { setting: "permittedInsecurePackages", value: `[ "${name}" ]`, element: `"${name}"` };
  if (!reason.includes("license")) return undefined;
  const plain = name.replace(/-[^a-zA-Z].*$/u, "");
  return {
    setting: "allowUnfreePredicate",
    value: `pkg: builtins.elem (lib.getName pkg) [ "${plain}" ]`,
    element: `"${plain}"`,
  };
}

/** `has an unfree license (‘unfree’)` as it is; the rest of it is for people who have not chosen the package. */
function told(reason: string): string {
  const [first = "", ...others] = reason.split("\n");
  const listed = others.flatMap((line) => /^\s*- (.*?)\.?$/u.exec(line)?.[1] ?? []);
  const isList = first.includes("problems:") && listed.length > 0;
  return isList ? `${first.trim()} ${listed.join("; ")}` : first.replace(/[:.]\s*$/u, "").trim();
}

function hintFor(reason: string, isNamed: boolean): string | undefined {
  const through = isNamed ? "" : "; what needs it is not named in a file of yours: --show-trace tells";
  if (reason.includes("insecure")) return `better take one that is maintained; or allow this version of it${through}`;
  if (reason.includes("license")) return `allow this package, or all of them with 'allowUnfree = true'${through}`;
  if (reason.includes("broken"))
    return `take another package or release of nixpkgs; 'allowBroken' only lets it fail later${through}`;
  return `take another package for this system, or leave it out there with 'lib.optionals'${through}`;
}

/** Where the user's files allow others already; or else where the packages come from. */
function allowing(
  { setting, value, element }: Allowance,
  failed: Failed,
): { places: AdvicePlace[]; remedies: Remedy[] } {
  for (const file of failed.ownFiles) {
    for (const path of [["nixpkgs", "config", setting], ["config", setting], [setting]]) {
      const place = failed.placeIn(file, (tree) => findDefinitions(tree, path)[0], "others are allowed here");
      if (place === undefined) continue;
      const where = `${shortName(place.file, failed)}:${place.line}`;
      return {
        places: [place],
        remedies: [{ text: `add it to those that are allowed at ${where}`, lines: [element] }],
      };
    }
  }
  const made = whereNixpkgsIsImported(failed);
  if (made !== undefined) {
    const where = `${shortName(made.file, failed)}:${made.line}`;
    const text = `in the arguments of nixpkgs, at ${where}`;
    return {
      places: [made],
      remedies: [{ text, lines: [`config.${setting} = ${value.replace("lib.", "nixpkgs.lib.")};`] }],
    };
  }
  const { isHomeOfHost } = systemOf(failed);
  if (!isOfModules(failed)) {
    const config = `config.${setting} = ${value.replace("lib.", "nixpkgs.lib.")};`;
    const text = "make the packages with it, instead of taking 'legacyPackages'";
    return { places: [], remedies: [{ text, lines: [`pkgs = import nixpkgs { inherit system; ${config} };`] }] };
  }
  const module = isHomeOfHost
    ? "in a module of the host (or of the home, if it has packages of its own)"
    : "in a module of the host";
  return { places: [], remedies: [{ text: module, lines: [`nixpkgs.config.${setting} = ${value};`] }] };
}

/** Whether it is an option that needs the package. */
function isOfModules({ failure }: Failed): boolean {
  return failure.trace.some(({ kind, text }) => kind === "context" && readContext(decoded(text))?.kind === "option");
}

/** `import nixpkgs { … }` in a file of the user's, if the evaluation led there or nothing else makes packages. */
function whereNixpkgsIsImported(failed: Failed): AdvicePlace | undefined {
  for (const file of failed.ownFiles) {
    const tree = failed.sources.tree({ file });
    if (tree === undefined) continue;
    for (const ref of nodesOf(tree, Node.Apply)) {
      const [callee, path] = tree.children(ref);
      if (selectedPath(tree, callee!)?.join(".") !== "import" || !/nixpkgs/u.test(textOf(tree, path!))) continue;
      const { start, end } = tree.range(ref);
      const led = failed.failure.trace.some(
        ({ place }) => place?.file === file && place.start >= start && place.end <= end,
      );
      const { kind, isHomeOfHost } = systemOf(failed);
      const isAlone = !isOfModules(failed) || (kind === "home" && !isHomeOfHost);
      if (led || isAlone)
        return failed.placeIn(file, () => ({ start, end: tree.end(path!) }), "the packages are made here");
    }
  }
  return undefined;
}
