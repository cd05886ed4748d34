/** Paths that a file names and that are not there. */

import { COMPUTED } from "../../check/source/file-references.ts";
import { importGraph } from "../../check/source/imports.ts";
import type { Repository } from "../../check/source/repository.ts";

export function missingPaths(repository: Repository, file: string): readonly string[] {
  if (!repository.files.has(file)) return [];
  return importGraph(repository)
    .from(file)
    .map(({ target }) => target)
    .filter(
      (target) =>
        !target.includes(COMPUTED) && !target.startsWith("..") && target !== "." && !repository.exists(target),
    );
}
