/** Which module imports which: what the module system of a host has collected, and the way down from the top to a file. */

export interface ModuleGraph {
  /** That of the host, and those of options that have modules of their own, such as homes within a system. */
  readonly lists: readonly ModuleList[];
}

/** Whether the options of a host begin there, or those of a home in it: other submodules are parts of these. */
export function isConfiguration(at: readonly string[]): boolean {
  return at.length === 0 || (at.length === 3 && at[0] === "home-manager" && at[1] === "users");
}

/** The modules of one configuration. */
export interface ModuleList {
  /** Where its options stand: nothing for the host itself, or the path of a submodule such as `home-manager.users.ada`. */
  readonly at: readonly string[];
  /** The numbers of those that were given, and not imported by another one. */
  readonly roots: readonly number[];
  /** Each once, those that are imported from further away later. Their places in the list are their numbers. */
  readonly modules: readonly Module[];
}

export interface Module {
  /** What the module system tells modules apart by, if not by the file: its place in what imports it (`/m.nix:anon-1`). */
  readonly key?: string;
  /** As the evaluation has it. Of a module that has no file that of the one that imports it, or `<unknown-file>`. */
  readonly file: string;
  /** The numbers of the modules that it imports. */
  readonly imports: readonly number[];
  /** Whether another module disables it. */
  readonly isDisabled: boolean;
}

/**
 * The files by which a file of modules came in, the nearest first: the one that imports it, the one that imports that, up
 * to one that nothing in the host imports. Of several ways it is the shortest. `undefined` if the file is no module.
 */
export function importersOf(graph: ModuleGraph, file: string): readonly string[] | undefined {
  for (const list of graph.lists) {
    const found = wayWithin(list, file);
    if (found === undefined) continue;
    const top = found.at(-1) ?? file;
    // what a submodule is made of was defined in a module of the host
    const host = graph.lists.find(({ at }) => at.length === 0);
    const further = list.at.length === 0 || host === undefined ? undefined : wayWithin(host, top);
    return [...found, ...(further ?? [])];
  }
  return undefined;
}

/** That a module of the repository imports another one, also through modules of others; from nothing if no such imports it. */
export interface OwnImport {
  readonly from: string | undefined;
  readonly to: string;
}

/** `nameOf` has the names of files of the repository. */
export function ownImports(
  { roots, modules }: ModuleList,
  nameOf: (file: string) => string | undefined,
): readonly OwnImport[] {
  const found: OwnImport[] = [];
  const seen = new Set<string>();
  const visit = (number: number, from: string | undefined): void => {
    const key = `${number} ${from ?? ""}`;
    if (seen.has(key)) return;
    seen.add(key);
    const { file, imports, isDisabled } = modules[number]!;
    if (isDisabled) return;
    const to = nameOf(file);
    if (to !== undefined && to !== from) found.push({ from, to });
    for (const imported of imports) visit(imported, to ?? from);
  };
  for (const root of roots) visit(root, undefined);
  return found;
}

/** The files of the modules that could set an option with their own names: those of the host, for most. */
export function moduleFiles({ lists }: ModuleGraph): readonly string[] {
  const host = lists.filter(({ at }) => at.length === 0);
  return [
    ...new Set(host.flatMap(({ modules }) => modules.filter(({ isDisabled }) => !isDisabled).map(({ file }) => file))),
  ];
}

function wayWithin({ roots, modules }: ModuleList, file: string): readonly string[] | undefined {
  const importers = new Map<number, number | undefined>(roots.map((root) => [root, undefined]));
  // a map is walked in the order in which it grows, so the shortest way comes first
  for (const [number] of importers) {
    const module = modules[number]!;
    if (module.isDisabled) continue;
    if (module.file === file) return filesFrom(number, importers, modules);
    for (const imported of module.imports) if (!importers.has(imported)) importers.set(imported, number);
  }
  return undefined;
}

/** Modules without a file of their own are part of the file that imports them. */
function filesFrom(
  start: number,
  importers: ReadonlyMap<number, number | undefined>,
  modules: readonly Module[],
): string[] {
  const files: string[] = [];
  for (let number: number | undefined = start; number !== undefined; number = importers.get(number)) {
    const { file } = modules[number]!;
    if (file !== files.at(-1)) files.push(file);
  }
  return files.slice(1);
}
