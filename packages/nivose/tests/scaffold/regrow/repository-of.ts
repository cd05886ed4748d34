/** A repository that is nowhere but in memory. */

import type { Repository } from "../../../src/check/source/repository.ts";
import { SourceFile } from "../../../src/check/source/source-file.ts";

export function repositoryOf(files: readonly { readonly path: string; readonly text: string }[]): Repository {
  const bytes = new Map(files.map(({ path, text }) => [path, new TextEncoder().encode(text)]));
  const nix = [...bytes].filter(([path]) => path.endsWith(".nix"));
  return {
    files: new Map(nix.map(([path, content]) => [path, new SourceFile(path, content)])),
    tracked: new Set(bytes.keys()),
    untracked: new Set(),
    isGit: true,
    flakes: [],
    read: (name) => bytes.get(name),
    exists: (name) => bytes.has(name) || [...bytes.keys()].some((path) => path.startsWith(`${name}/`)),
    nameOf: () => undefined,
    now: 0,
  };
}
