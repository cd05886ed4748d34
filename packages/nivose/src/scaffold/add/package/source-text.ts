/** The source of a package as Nix: as little of the repository as it is made from, so that nothing else builds it anew. */

import path from "node:path";

export interface SourcePlace {
  /** Of the file of the package. */
  readonly folder: string;
  readonly source: string;
  /** All of it, if it begins with it. */
  readonly begun: readonly string[] | undefined;
  /** The name of the file of the package. */
  readonly own: string;
  readonly tracked: readonly string[];
}

/** `path` is that of the folder, `text` the value of `src`. */
export function sourceText({ folder, source, begun, own, tracked }: SourcePlace): { path: string; text: string } {
  const between = path.posix.relative(folder, source);
  const written = between === "" ? "." : between.startsWith(".") ? between : `./${between}`;
  const root = between === "" ? "./." : written.endsWith("..") ? `${written}/.` : written;
  if (between !== "" && !/^(?:\.\.\/?)+$/u.test(between)) return { path: written, text: root };
  const tops = topsOf(begun ?? tracked, source).filter((top) => between !== "" || top !== own);
  const parts =
    begun === undefined && between === ""
      ? `lib.fileset.difference ./. ./${own}`
      : `lib.fileset.unions [ ${tops.map((top) => `${written}/${top}`).join(" ")} ]`;
  return { path: written, text: `lib.fileset.toSource { root = ${root}; fileset = ${parts}; }` };
}

/** What lies directly in the folder, and is not of Nix or of tools. */
function topsOf(files: readonly string[], folder: string): string[] {
  const prefix = folder === "" ? "" : `${folder}/`;
  const names = files.filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length));
  const own = names.filter((name) => sources.test(name) || manifests.has(name));
  return [...new Set(own.map((name) => name.split("/")[0]!))].filter((top) => /^[\w+-][\w.+-]*$/u.test(top)).toSorted();
}

const sources = /\.(?:py|toml|go|rs|[cm]?[jt]sx?|html|css|sh)$/u;

const manifests: ReadonlySet<string> = new Set([
  "Cargo.lock",
  "Cargo.toml",
  "go.mod",
  "go.sum",
  "package-lock.json",
  "package.json",
  "pyproject.toml",
]);
