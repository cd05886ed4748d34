import { Node, type Ref, type Tree } from "@nivose/nix/syntax";
import type { Failed, Recogniser } from "../failed.ts";
import { adviceMessages } from "../messages.ts";
import { namesLike } from "../names.ts";
import { decoded, type ShownPlace } from "../places/sources.ts";
import { namesOf, selectedPath } from "../source.ts";
import type { Remedy } from "../../report/advice.ts";

const MISSING = /^attribute '([^']+)' missing/u;
/** So many of the names of a set are listed where none is like the one that was asked for. */
const FEW = 8;

/** A name that a set does not have, which is a package, a function of the library, an input, or anything else. */
export const attributeNotFound: Recogniser = (failed) => {
  const name = MISSING.exec(failed.text)?.[1];
  const place = failed.own;
  if (name === undefined || place === undefined) return undefined;
  const names = (failed.failure.names ?? []).map(decoded);
  const subject = subjectOf(failed, place, name, names);
  if (subject === undefined) return undefined;
  const near = namesLike(name, names);
  const own = [failed.place(place)];
  if (isPackages(subject)) return failed.advise(adviceMessages["package-not-found"](name, subject, near), [], own);
  if (subject === "inputs") {
    const declared = names.filter((each) => each !== "self");
    const near = namesLike(name, declared);
    return failed.advise(adviceMessages["flake-input"](name, false, near), near.length > 0 ? [] : declaring(name), own);
  }
  const some = near.length > 0 || names.length > FEW ? [] : names;
  return failed.advise(adviceMessages["attribute-not-found"](name, subject, near, some), [], own);
};

/** Whether what goes by this name is a set of packages: `pkgs`, `pkgs.vimPlugins`, `xorg` within `with pkgs`. */
export function isPackages(subject: string): boolean {
  const [first = "", ...others] = subject.split(".");
  const outermost = /pkgs/iu.test(first) ? others[0] : first;
  return NAMED_AS_PACKAGES.test(subject) || (outermost !== undefined && setsOfPackages.has(outermost));
}

const NAMED_AS_PACKAGES =
  /(?:^|\.)(?:\w*[pP]kgs\w*|legacyPackages(?:\..*)?|\w+(?:Packages|Plugins|Extensions|Dicts)\w*|final|prev)$/u;
/** Sets of nixpkgs whose names do not tell that they are some. */
const setsOfPackages: ReadonlySet<string> = new Set([
  "cinnamon",
  "deepin",
  "gnome",
  "gst_all_1",
  "jetbrains",
  "libsForQt5",
  "lomiri",
  "lxqt",
  "mate",
  "mpvScripts",
  "nerd-fonts",
  "nginxModules",
  "obs-studio-plugins",
  "pantheon",
  "qt5",
  "qt6",
  "terraform-providers",
  "tree-sitter-grammars",
  "vscode-extensions",
  "xfce",
  "xorg",
]);

export function declaring(name: string): Remedy[] {
  return [{ text: "declare it in flake.nix", lines: [`inputs.${name}.url = "…";`] }];
}

/** What stands before the name in the selection that is shown: `pkgs` of `pkgs.hello`. */
function subjectOf(failed: Failed, place: ShownPlace, name: string, known: readonly string[]): string | undefined {
  const tree = failed.treeOf(place);
  const { start, end } = place.range;
  const select = tree.pathTo(start).find((ref) => isSelect(tree, ref, start, end));
  if (select === undefined) return undefined;
  const names = namesOf(tree, tree.child(select, 1));
  // of two of one name, the flake itself tells that it is the first one behind its inputs
  const at = known.includes("self") ? names.indexOf(name) : names.lastIndexOf(name);
  if (at < 0) return undefined;
  const subject = tree.child(select, 0);
  const written = selectedPath(tree, subject);
  return written === undefined ? undefined : [...written, ...names.slice(0, at)].join(".");
}

function isSelect(tree: Tree, ref: Ref, start: number, end: number): boolean {
  return tree.kind(ref) === Node.Select && tree.start(ref) === start && tree.end(ref) === end;
}
