/** How a host turns on a service of its fleet's own: by a name in the list that the fleet's data has of its services, or by an option. */

import type { EvaluatedHost } from "../../../check/hosts/evaluated-fleet.ts";
import type { SourceFile } from "../../../check/source/source-file.ts";
import type { Repository } from "../../../check/source/repository.ts";
import { literalString, Node, type Ref } from "@nivose/nix/syntax";
import { attributeAt, setsOf } from "../../edit/attributes.ts";
import { insertItem, itemsOf, removeItem } from "../../edit/items.ts";
import { nixString } from "../../nix.ts";
import { bindingsOf } from "../../../schema/definitions.ts";
import type { WorkingFiles } from "../place/working-files.ts";
import { optionAt } from "../place/module-body.ts";
import { type Family, modulesOf } from "./family.ts";

export interface ListOfServices {
  readonly file: string;
  /** Where it stands in the file. */
  readonly path: readonly string[];
}

/**
 * The list of a host, if the fleet's hosts have such: some of them names what the family has, and none of them anything else. Where all are
 * empty yet, a module tells that it turns on what they name.
 */
export function listOfServices(
  host: EvaluatedHost,
  family: Family,
  repository: Repository,
): ListOfServices | undefined {
  const { files } = repository;
  const { members } = family;
  const { name, flake } = host.host;
  for (const file of dataFiles(flake, files)) {
    const hosts = attributeAt(file, ["hosts"]);
    const own = attributeAt(file, ["hosts", name]);
    if (hosts === undefined || own === undefined) continue;
    const lists = setsOf(file.tree, hosts.value)
      .flatMap((set) => bindingsOf(file.tree, set))
      .flatMap(({ path }) => (path[0] === undefined ? [] : [namesIn(file, ["hosts", path[0], "services"])]))
      .filter((each) => each !== undefined);
    const all = lists.flat();
    const known = all.filter((each) => members.has(each)).length;
    const isTheirs = all.length === 0 ? lists.length > 0 && turnsOnListed(host, family, repository) : known > 0;
    if (isTheirs && known * 2 >= all.length) return { file: file.name, path: ["hosts", name, "services"] };
  }
  return undefined;
}

/** `lab.services = lib.genAttrs host.services (_: { enable = true; });` */
function turnsOnListed(host: EvaluatedHost, { prefix }: Family, repository: Repository): boolean {
  return [...modulesOf(host, repository)].some((name) => {
    const file = repository.files.get(name);
    const found = file?.mentions("genAttrs") === true ? optionAt(file, prefix) : undefined;
    return found !== undefined && /\bgenAttrs\s+(?:[\w'-]+\.)+services\b/u.test(file!.text(found.value));
  });
}

function dataFiles(flake: string, files: Repository["files"]): SourceFile[] {
  const folder = flake === "" ? "" : `${flake}/`;
  return [`${folder}fleet.nix`, "fleet.nix"].flatMap((name) => files.get(name) ?? []);
}

function namesIn(file: SourceFile, path: readonly string[]): string[] | undefined {
  const found = attributeAt(file, path);
  if (found === undefined || file.tree.kind(found.value) !== Node.List) return undefined;
  return itemsOf(file.tree, found.value).flatMap((item) => literalString(file.tree, item) ?? []);
}

export function isListed({ file, path }: ListOfServices, name: string, files: WorkingFiles): boolean {
  const source = files.get(file);
  return source !== undefined && (namesIn(source, path) ?? []).includes(name);
}

/** Whether it could be done. */
export function list({ file, path }: ListOfServices, name: string, files: WorkingFiles): boolean {
  const source = files.get(file)!;
  const found = attributeAt(source, path);
  if (found === undefined) {
    const host = attributeAt(source, path.slice(0, -1));
    const [set] = host === undefined ? [] : setsOf(source.tree, host.value);
    if (set === undefined) return false;
    files.set(file, insertItem(source, set, `services = [ ${nixString(name)} ];`));
    return true;
  }
  if (source.tree.kind(found.value) !== Node.List) return false;
  files.set(file, insertItem(source, found.value, nixString(name)));
  return true;
}

export function unlist({ file, path }: ListOfServices, name: string, files: WorkingFiles): void {
  const source = files.get(file)!;
  const found = attributeAt(source, path);
  if (found === undefined || source.tree.kind(found.value) !== Node.List) return;
  const item: Ref | undefined = itemsOf(source.tree, found.value).find(
    (each) => literalString(source.tree, each) === name,
  );
  if (item !== undefined) files.set(file, removeItem(source, found.value, item));
}
