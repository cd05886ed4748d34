/** What automata need to know of a program beyond the program itself. */

import { byteClasses, type ByteClasses } from "./byte-set.ts";
import * as Program from "./program.ts";

export interface ProgramTables {
  readonly program: Program.Program;
  readonly classes: ByteClasses;
  /** All instructions that consume a byte. */
  readonly places: readonly number[];
  /** The instructions that lead to each instruction without consuming anything: all lists, and where each starts. */
  readonly sources: readonly number[];
  readonly sourceStarts: readonly number[];
}

export function programTables(program: Program.Program): ProgramTables {
  const { operations, next, arguments: args } = program;
  const places: number[] = [];
  const edges: number[] = [];
  const sourceStarts = operations.map(() => 0);
  sourceStarts.push(0);
  const lead = (from: number, to: number): void => {
    edges.push(from, to);
    sourceStarts[to + 1]! += 1;
  };
  for (let index = 0; index < operations.length; index++) {
    switch (operations[index]!) {
      case Program.CONSUME:
        places.push(index);
        break;
      case Program.EITHER:
      case Program.REPEAT:
      case Program.GUARDED_REPEAT:
        lead(index, next[index]!);
        lead(index, args[index]!);
        break;
      case Program.MARK:
      case Program.LINE_START:
      case Program.LINE_END:
        lead(index, next[index]!);
        break;
      default:
    }
  }
  for (let index = 0; index < operations.length; index++) sourceStarts[index + 1]! += sourceStarts[index]!;
  const sources: number[] = Array.from({ length: edges.length / 2 }, () => 0);
  const ends = [...sourceStarts];
  for (let at = 0; at < edges.length; at += 2) sources[ends[edges[at + 1]!]!++] = edges[at]!;
  return {
    program,
    classes: byteClasses(program.sets),
    places,
    sources,
    sourceStarts,
  };
}
