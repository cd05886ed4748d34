/** Many files, judged by us and by real Nix. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { compare, type Difference, judge } from "./agreement.ts";
import type { Answer, Question, RealNix } from "./real-nix.ts";

export interface Comparison {
  readonly file: string;
  readonly answer: Answer;
  /** The code of the diagnostic that we give first. */
  readonly code: string | undefined;
  readonly roundTrips: boolean;
  readonly difference: Difference | undefined;
}

/** Files whose trees are held at the same time. */
const BATCH = 2000;

/** Compares files in order, some at a time. */
export async function* compareFiles(
  nix: RealNix,
  files: readonly string[],
  question: Question,
): AsyncGenerator<Comparison> {
  const home = await nix.home();
  for (let start = 0; start < files.length; start += BATCH) {
    const batch = files.slice(start, start + BATCH);
    const judgements = new Map(batch.map((file) => [file, judge(readFileSync(file), question)]));
    const refused = (file: string): boolean => judgements.get(file)!.first !== undefined;
    const answers = await nix.ask(
      batch.filter((file) => !refused(file)),
      question,
    );
    const surprises = [...answers.keys()].filter((file) => !answers.get(file)!.accepted);
    const alone = await nix.askAlone([...batch.filter((file) => refused(file)), ...surprises], question);
    for (const file of batch) {
      const judgement = judgements.get(file)!;
      const answer = alone.get(file) ?? answers.get(file)!;
      const difference = compare(judgement, answer, { folder: path.dirname(file), home });
      yield { file, answer, code: judgement.first?.code, roundTrips: judgement.roundTrips, difference };
    }
  }
}
