/**
 * The errors of small expressions beside those of real Nix: the whole text of the message, and the hint; with `--at`
 * also the place, and with `--traces` what led there.
 *
 *     NIVOSE_TEST_NIX=COMMAND node scripts/run.js packages/nix/conformance/eval-errors.ts [--record] [--at] [--traces] [FAMILY…]
 *
 * `--record` writes down what Nix says, which is what the tests compare with.
 */

import { isDeepStrictEqual } from "node:util";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { casesFolder, errorCases, ourAnswer, recordAnswers } from "../tests/eval/errors/cases.ts";
import { type Answer, askForErrors } from "./nix-errors.ts";
import { realNixCommand } from "./real-nix.ts";

interface Aspects {
  readonly at: boolean;
  readonly traces: boolean;
}

/** What of an answer is compared. */
function compared(answer: Answer, { at, traces }: Aspects): unknown {
  if ("value" in answer) return answer;
  const { text, hint, printed } = answer;
  return { text, hint, printed, ...(at ? { at: answer.at } : {}), ...(traces ? { trace: answer.trace } : {}) };
}

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const only = words.filter((word) => !word.startsWith("--"));
  const aspects = { at: words.includes("--at"), traces: words.includes("--traces") };
  const command = realNixCommand();
  if (command === undefined) throw new Error("NIVOSE_TEST_NIX must name the command that runs Nix");
  let same = 0;
  let different = 0;
  for (const [family, expressions] of errorCases()) {
    if (only.length > 0 && !only.includes(family)) continue;
    const wanted = await askForErrors(command, expressions, casesFolder);
    if (words.includes("--record")) {
      recordAnswers(family, Object.fromEntries(expressions.map((text, index) => [text, wanted[index]!])));
    }
    const ours = await answersInThread(expressions);
    expressions.forEach((text, index) => {
      const [nix, mine] = [compared(wanted[index]!, aspects), compared(ours[index]!, aspects)];
      if (isDeepStrictEqual(nix, mine)) same++;
      else {
        different++;
        process.stdout.write(`${family}: ${text}\n  nix  ${JSON.stringify(nix)}\n  ours ${JSON.stringify(mine)}\n`);
      }
    });
  }
  process.stdout.write(`${same} the same, ${different} different\n`);
  process.exitCode = different > 0 ? 1 : 0;
}

/** Evaluates in a thread, whose stack is as large as the command's. */
function answersInThread(expressions: readonly string[]): Promise<Answer[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), {
      workerData: expressions,
      resourceLimits: { stackSizeMb: 900, maxOldGenerationSizeMb: 4000 },
    });
    worker.on("message", resolve);
    worker.on("error", reject);
  });
}

if (isMainThread) await main();
else {
  const answers = (workerData as string[]).map((text): Answer => {
    try {
      return ourAnswer(text, 10_000);
    } catch (error) {
      return { text: `crash: ${(error as Error).stack}`, trace: [], printed: [] };
    }
  });
  parentPort!.postMessage(answers);
}
