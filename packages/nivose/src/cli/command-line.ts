/** Runs a command line: finds out what it asks for, does it, and says with which status the command ends. */

import type { Message } from "@nivose/nix/message";
import { bugReport } from "../report/bug.ts";
import { humanMessage } from "../report/human.ts";
import { toolMessages } from "../report/messages.ts";
import { nearest } from "@nivose/nix/syntax";
import { type Context, layoutOf, ReaderGone } from "./context.ts";
import { ExitCode } from "./exit-codes.ts";
import { colorChoice, readInvocation } from "./global-flags.ts";
import { groupHelp, rootHelp, verbHelp } from "./help.ts";
import { purpose, tracker, version } from "./product.ts";
import { refuse } from "./refuse.ts";
import { isGroup, type Verbs } from "./verb.ts";

export async function runCommandLine(verbs: Verbs, words: readonly string[], outer: Context): Promise<ExitCode> {
  const context: Context = {
    ...outer,
    color: colorChoice(words),
    commandLine: (inner, innerContext) => runCommandLine(verbs, inner, innerContext),
  };
  try {
    return await answer(verbs, words, context);
  } catch (error) {
    if (error instanceof ReaderGone) return ExitCode.ok;
    const obstacle = obstacleToReading(error);
    if (obstacle !== undefined) return await refuseToRead(obstacle, context);
    return reportBug(error, words, context);
  }
}

type Obstacle = "no-webassembly" | "memory-limit";

/** Why no file of Nix can be read: what reads the first one throws it, in whichever thread. */
function obstacleToReading(error: unknown): Obstacle | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return error.code === "no-webassembly" || error.code === "memory-limit" ? error.code : undefined;
}

async function refuseToRead(obstacle: Obstacle, context: Context): Promise<ExitCode> {
  const { limitMessages } = await import("@nivose/nix/messages");
  context.stderr.write(humanMessage(limitMessages[obstacle](), layoutOf(context, context.stderr)));
  return ExitCode.limit;
}

export function reportBug(error: unknown, words: readonly string[], context: Context): ExitCode {
  const { node, platform } = context.runtime;
  context.stderr.write(
    bugReport(error, { version, node, platform, words, tracker }, layoutOf(context, context.stderr)),
  );
  return ExitCode.bug;
}

async function answer(verbs: Verbs, words: readonly string[], context: Context): Promise<ExitCode> {
  if (words[0] === "__complete") {
    const { complete } = await import("./completion/complete.ts");
    return complete(verbs, words.slice(1), context);
  }
  const invocation = readInvocation(words);
  switch (invocation.kind) {
    case "version":
      context.stdout.write(`nivose ${version}\n`);
      return ExitCode.ok;
    case "help":
      return help(verbs, invocation.words, context);
    case "usage":
      return refuse(invocation.message, context);
    case "verb":
      return run(verbs, invocation.words, context);
  }
}

async function run(verbs: Verbs, words: readonly string[], context: Context): Promise<ExitCode> {
  const { scan } = await import("./scan.ts");
  const scanned = await scan(verbs, words);
  if (scanned.kind === "usage") return refuse(scanned.message, context);
  const { verb, flags, words: given } = scanned;
  const strange = given.find((word) => verb.arguments.words?.includes(word) === false);
  if (strange !== undefined) return refuse(unknownArgument(strange, verb.arguments.words!, words), context);
  const { run: perform } = await verb.load();
  return perform(context, flags, given);
}

function unknownArgument(word: string, known: readonly string[], words: readonly string[]): Message {
  const command = ["nivose", ...words.slice(0, words.indexOf(word))].filter((one) => !one.startsWith("-")).join(" ");
  return toolMessages["unknown-argument"](word, command, known, nearest(word, known));
}

function help(verbs: Verbs, words: readonly string[], context: Context): ExitCode {
  const layout = layoutOf(context, context.stdout);
  let known = verbs;
  let path = "nivose";
  let text = rootHelp(path, purpose, verbs, layout);
  for (const word of words) {
    const entry = Object.hasOwn(known, word) ? known[word] : undefined;
    if (entry === undefined)
      return refuse(toolMessages["unknown-verb"](word, path, nearest(word, Object.keys(known))), context);
    path += ` ${word}`;
    if (!isGroup(entry)) {
      text = verbHelp(path, entry, layout);
      break;
    }
    text = groupHelp(path, entry, layout);
    known = entry.verbs;
  }
  context.stdout.write(text);
  return ExitCode.ok;
}
