/**
 * Which errors on paper are no mistakes, but things that paper does not know. It says so itself where it can; but in Nix a
 * set cannot say of a name that it is not known, so that what a configuration, a package or a foreign flake may have, and
 * paper has not, is told from the source: by what the name was asked of.
 */

import path from "node:path";
import type { EvalFailure } from "@nivose/nix/evaluation";
import { DEFAULT_STORE_FOLDER, makeSourcePath, parseSriHash } from "@nivose/nix/store";
import type { Advice } from "../report/advice.ts";
import { Node, type Ref, type Tree } from "@nivose/nix/syntax";
import type { PaperSource } from "./lay-out.ts";
import { rootsOf } from "./roots.ts";

export interface PaperSources {
  /** The flakes on paper, each with the paths that its files may be told under. */
  readonly places: readonly { readonly name: string; readonly folders: readonly string[] }[];
  readonly treeOf: (file: string) => Tree | undefined;
}

/** Where the files of a flake on paper are, which is told by its folder unless it has a name of its own. */
export function placesOf(name: string | undefined, { folder, narHash }: PaperSource): PaperSources["places"] {
  const kept = makeSourcePath(DEFAULT_STORE_FOLDER, "source", parseSriHash(narHash));
  return [{ name: name ?? path.basename(folder).replace(/^opaque-.*/u, "an input"), folders: [folder, kept] }];
}

/** What is not known, in words; nothing if it is a mistake as far as paper can tell. */
export function unknownOnPaper(failure: EvalFailure, sources: PaperSources): string | undefined {
  const { text } = failure;
  const said = /^(?:unknown|not) on paper: (.*)/su.exec(text)?.[1];
  if (said !== undefined) return said;
  // options that do not exist are in other quotes
  const isOfFile = /^[^\n`]*'[^'\n]*'[^\n`]*(?:does not exist|No such file|Is a directory|is forbidden in pure)/u.test(
    text,
  );
  const file = isOfFile ? missingFile(text.split("\n", 1)[0]!, sources) : undefined;
  if (file !== undefined) return file;
  const written = /^flake '.*' does not provide attribute (?:.*, )?(?:.* or )?'([^']*\.config\.[^']*)'/su.exec(
    text,
  )?.[1];
  if (written !== undefined) return `the attribute ${written}`;
  const name = /^attribute '(.*)' missing/su.exec(text)?.[1];
  if (name === undefined) return undefined;
  const asked = askedOf(failure, name, sources);
  return isVerdict(asked) ? undefined : `'${name}' of ${asked.root}`;
}

/** A name of a package or a function that another release may have, unless it looks misspelt. */
export function nameOfOtherRelease(
  failure: EvalFailure,
  advice: Advice | undefined,
  sources: PaperSources,
): string | undefined {
  const [, kind, name] = /^(attribute|undefined variable) '(.*?)'/su.exec(failure.text) ?? [];
  if (name === undefined || advice?.message.hint?.startsWith("did you mean") === true) return undefined;
  const isOfFleet =
    kind === "attribute" ? askedOf(failure, name, sources).root === OWN_SET : !isBelowWith(failure, sources);
  return isOfFleet ? undefined : `'${name}', which another release may have`;
}

function isBelowWith({ at }: EvalFailure, { treeOf }: PaperSources): boolean {
  const tree = at === undefined ? undefined : treeOf(at.file);
  return tree?.pathTo(at!.start).some((ref) => tree.kind(ref) === Node.With) === true;
}

function missingFile(text: string, { places }: PaperSources): string | undefined {
  for (const { name, folders } of places) {
    const folder = folders.find((each) => text.includes(each));
    if (folder === undefined) continue;
    const below = /^[^']*/u.exec(text.slice(text.indexOf(folder) + folder.length + 1))?.[0];
    return `the file ${below} of ${name}`;
  }
  // the fleet itself is a source, which nobody is forbidden to read
  const built = (text.includes("is forbidden") ? ANY_STORE_PATH : BUILT_STORE_PATH).exec(text)?.[1];
  return built === undefined ? undefined : `what is in ${built}, which would have to be built`;
}

const BUILT_STORE_PATH = /\/nix\/store\/[0-9a-z]{32}-(?!source[/'])([^/']+)/u;
const ANY_STORE_PATH = /\/nix\/store\/[0-9a-z]{32}-([^/']+)/u;

interface Asked {
  /** The variable or the kind of expression that the selection begins with. */
  readonly root: string;
  /** How many names stand between that and the name that is missing. */
  readonly depth: number;
}

/** Paper has all names of packages and functions, and the fleet's own sets are what they are anywhere. */
function isVerdict({ root, depth }: Asked): boolean {
  if (root === "pkgs" || root.endsWith("Packages")) return depth === 0;
  return root === "lib" || root === "builtins" || root === OWN_SET;
}

const OWN_SET = "a set of the fleet";

function askedOf({ at }: EvalFailure, name: string, { treeOf }: PaperSources): Asked {
  const tree = at === undefined ? undefined : treeOf(at.file);
  const select = tree?.pathTo(at!.start).find((ref) => isSelect(tree, ref, at!.start, at!.end));
  if (tree === undefined || select === undefined) return { root: "something that was computed", depth: 0 };
  const names = tree.children(tree.child(select, 1)).map((ref) => tree.text(ref).replaceAll('"', ""));
  const depth = Math.max(0, names.lastIndexOf(name));
  const [root, before] = rootsOf(tree, tree.child(select, 0));
  return { root: root ?? "something that was computed", depth: depth + before };
}

function isSelect(tree: Tree, ref: Ref, start: number, end: number): boolean {
  return tree.kind(ref) === Node.Select && tree.start(ref) === start && tree.end(ref) === end;
}
