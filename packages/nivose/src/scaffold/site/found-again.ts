/** Looks at a repository as it would be: everything parses, names what is there, and what was added is found as its model is. */

import type { Repository } from "../../check/source/repository.ts";
import type { GrownFile, GrowProblem } from "../growth.ts";
import { scaffoldMessages } from "../messages.ts";
import { grownRepository } from "./grown-repository.ts";
import { missingPaths } from "./missing-paths.ts";

export interface AddedLike {
  readonly name: string;
  readonly model: string;
  /** Where the model is said. */
  readonly place: string;
  readonly kind: "hosts" | "users";
  readonly isFound: (after: Repository) => boolean;
}

export function problemsOfAdded(
  repository: Repository,
  files: ReadonlyMap<string, GrownFile | undefined>,
  { name, model, place, kind, isFound }: AddedLike,
): readonly GrowProblem[] {
  const after = grownRepository(repository, files);
  const problems: GrowProblem[] = [];
  for (const file of files.keys()) {
    const source = after.files.get(file);
    if (source === undefined) continue;
    if (!source.tree.ok)
      problems.push({
        message: scaffoldMessages["site-unknown"](`${file} would be broken`, "how it can be changed"),
        file,
      });
    const before = missingPaths(repository, file);
    const missing = missingPaths(after, file).find((target) => !before.includes(target));
    if (missing !== undefined) problems.push({ message: scaffoldMessages["site-missing"](name, missing, model), file });
  }
  if (problems.length === 0 && !isFound(after))
    problems.push({
      message: scaffoldMessages["site-unknown"](
        `${place} has ${model}, and ${name} would not be found beside it`,
        `how the names of ${kind} get there`,
      ),
    });
  return problems;
}
