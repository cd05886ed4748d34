/** The list of modules that is said of one host alone, where the host takes part: for what is the host's and has no other place. */

import { posix } from "node:path";
import { Node, type Ref } from "@nivose/nix/syntax";
import { COMPUTED } from "../../check/source/file-references.ts";
import { importGraph } from "../../check/source/imports.ts";
import type { Repository } from "../../check/source/repository.ts";
import type { SourceFile } from "../../check/source/source-file.ts";
import { insertItem } from "../edit/items.ts";
import { rootsOf } from "./host-files.ts";
import { isWithin } from "./own-files.ts";
import type { SaidHost } from "./said-host.ts";

export interface OwnList {
  readonly file: SourceFile;
  readonly list: Ref;
  /** The last of its elements that is a path to a module. */
  readonly after: Ref;
  /** Where the modules lie that it has. */
  readonly folder: string;
}

/** Of several lists the first that has more than hardware. */
export function ownListOf(repository: Repository, host: SaidHost): OwnList | undefined {
  const { items } = host;
  const graph = importGraph(repository);
  const roots = rootsOf(repository, host);
  const isOwn = (name: string): boolean => roots.some(({ path }) => isWithin(name, path));
  for (const { file, item } of items) {
    const { start, end } = file.tree.range(item);
    const inside = graph.from(file.name).filter(({ range }) => range.start >= start && range.end <= end);
    for (const list of file.nodes(Node.List)) {
      const elements = file.tree.children(list);
      const named = inside.filter(({ at, target }) => elements.includes(at) && !target.includes(COMPUTED));
      const modules = named.flatMap(({ at, files: [name, ...others] }) =>
        name === undefined || others.length > 0 || isOwn(name) || isOfMachine.test(name) || isRead(repository, name)
          ? []
          : [{ at, name }],
      );
      const last = modules.at(-1);
      if (last === undefined) continue;
      const folder = posix.dirname(last.name.replace(/\/default\.nix$/u, ""));
      return { file, list, after: last.at, folder: folder === "." ? "" : `${folder}/` };
    }
  }
  return undefined;
}

export function withListed({ file, list, after }: OwnList, target: string): SourceFile {
  const relative = posix.relative(posix.dirname(file.name), target);
  return insertItem(file, list, relative.startsWith(".") ? relative : `./${relative}`, { after, gap: false });
}

const isOfMachine = /hardware|disk|facter|file-?systems?|partitions?/iu;

/** Whether something has it because of the folder that it is in, and would have a new one, too. */
function isRead(repository: Repository, name: string): boolean {
  return importGraph(repository)
    .to(name)
    .some(({ target }) => target.includes(COMPUTED));
}
