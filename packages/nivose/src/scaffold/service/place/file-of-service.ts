/** Files that are there for one service, and what somebody has put into them besides. */

import path from "node:path/posix";
import { isBelow } from "../../../check/hosts/defined.ts";
import type { SourceFile } from "../../../check/source/source-file.ts";
import { catalogue } from "../../../services/catalogue.ts";
import { provenancePattern } from "../../../services/provenance.ts";
import { leavesOf, type Settings, type Value } from "../../../services/settings.ts";
import { elementOf } from "../../../services/written.ts";
import { attributeAt } from "../../edit/attributes.ts";
import { itemsOf } from "../../edit/items.ts";
import { Node, type Ref } from "@nivose/nix/syntax";
import { sameText } from "./define.ts";
import { protocolOf } from "./needed-ports.ts";
import { pathOf } from "../wish.ts";

type Path = readonly string[];

/** Whether a file is there for this service alone: it was written for it, or is called like it and says nothing of other services. */
export function isFileOf(name: string, file: SourceFile): boolean {
  const isCalledSo = path.basename(file.name, ".nix") === name || path.basename(path.dirname(file.name)) === name;
  return (
    isCalledSo &&
    (provenancePattern(name).test(Buffer.from(file.bytes).toString()) || setsOnly(file, pathOf(catalogue[name]!)))
  );
}

function setsOnly({ definitions }: SourceFile, option: Path): boolean {
  return definitions.length > 0 && definitions.every(({ path: each }) => isBelow(each, option));
}

/**
 * Options of which the service knows nothing, `imports`, and lists with more in them than is its own. `beside` is what is written beside it,
 * `ports` are those that it has.
 */
export function alsoSaid(
  file: SourceFile,
  option: Path,
  beside: Settings,
  ports: ReadonlySet<number>,
): readonly Path[] {
  const { definitions } = file;
  // one that is a module of the flake says all of it below a name of the flake's
  if (!definitions.some(({ path: each }) => isBelow(each, option))) return [];
  const own = leavesOf(beside);
  const others = definitions.filter(({ path: each, value }) => {
    if (isBelow(each, option)) return false;
    const leaf = own.find((known) => isBelow(each, known.path));
    if (isDoor(each)) return elementsOf(file, value).some((text) => !ports.has(Number(text)));
    if (leaf === undefined || !Array.isArray(leaf.value)) return leaf === undefined;
    const known = (leaf.value as readonly Value[]).map(elementOf);
    return elementsOf(file, value).some((text) => !known.some((one) => sameText(one, text)));
  });
  const imports = attributeAt(file, ["imports"]) === undefined ? [] : [["imports"]];
  return [...imports, ...others.map(({ path: each }) => each.map((name) => name ?? "?"))];
}

/** A list of ports of the firewall, or of one of its interfaces. */
export function isDoor(option: readonly (string | undefined)[]): boolean {
  return isBelow(option, ["networking", "firewall"]) && protocolOf(option.at(-1)) !== undefined;
}

/** Of a list that is written out; nothing of any other. */
function elementsOf(file: SourceFile, value: Ref): readonly string[] {
  return file.tree.kind(value) === Node.List ? itemsOf(file.tree, value).map((item) => file.text(item)) : [];
}
