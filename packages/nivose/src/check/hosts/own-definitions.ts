/** What the fleet's own files define for a host, each where it stands. */

import type { OptionAnswer, OptionPath } from "../../explain/answer.ts";
import { definitionsAt } from "../../schema/binding-at.ts";
import type { SourceDefinition } from "../../schema/definitions.ts";
import type { Repository } from "../source/repository.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { EvaluatedHost } from "./evaluated-fleet.ts";

export interface OwnDefinition {
  readonly path: OptionPath;
  readonly answer: OptionAnswer;
  readonly source: SourceFile;
  readonly definition: SourceDefinition;
  /** As the evaluation has it. */
  readonly value: string;
}

/** Those whose place is known for certain, and that stand in a file which is wanted; of one option, if it is given. */
export function ownDefinitions(
  { record, local }: EvaluatedHost,
  { files }: Repository,
  isWanted: (file: string) => boolean,
  option?: OptionPath,
): readonly OwnDefinition[] {
  const found: OwnDefinition[] = [];
  for (const { path, answer } of record?.options ?? []) {
    if (answer.kind !== "option" || (option !== undefined && !isSamePath(path, option))) continue;
    for (const { position, value, isDefault } of answer.definitions ?? []) {
      if (position === undefined || position === null || value === undefined || isDefault === true) continue;
      const { name, isOwn } = local(position.file);
      const source = isOwn && isWanted(name) ? files.get(name) : undefined;
      if (source === undefined || position.line > source.positions.lineCount) continue;
      const offset = source.positions.lineRange(position.line).start + position.column - 1;
      const at = definitionsAt(source.tree, offset, path);
      // of what is set in parts, each part is an option or a definition of its own
      if (at.length === 1 && at[0]!.path.length === path.length)
        found.push({ path, answer, source, definition: at[0]!, value });
    }
  }
  return found;
}

function isSamePath(a: OptionPath, b: OptionPath): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}
