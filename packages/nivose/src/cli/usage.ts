/** What is wrong with a command line, in the words of our catalogue instead of the scanner's. */

import {
  AliasNotFoundError,
  ArgumentParseError,
  EnumValidationError,
  FlagNotFoundError,
  UnexpectedFlagError,
  UnexpectedPositionalError,
  UnsatisfiedFlagError,
  UnsatisfiedPositionalError,
} from "@stricli/core";
import type { Message } from "@nivose/nix/message";
import { toolMessages } from "../report/messages.ts";
import { nearest } from "@nivose/nix/syntax";
import { flagName, type Verb } from "./verb.ts";

/** The message for an error of the scanner. Throws the error itself if it is none of the user's. */
export function usageMessage(error: unknown, command: string, verb: Verb | undefined): Message {
  if (error instanceof FlagNotFoundError) return unknownFlag(`--${error.input}`, command, verb);
  if (error instanceof AliasNotFoundError) return unknownFlag(`-${error.input}`, command, verb);
  if (error instanceof UnsatisfiedFlagError) {
    return toolMessages["missing-flag-value"](`--${error.externalFlagName}`, command);
  }
  if (error instanceof UnexpectedFlagError)
    return toolMessages["repeated-flag"](`--${error.externalFlagName}`, command);
  if (error instanceof EnumValidationError) {
    const { externalFlagName, input, values } = error;
    return toolMessages["invalid-flag-value"](`--${externalFlagName}`, input, values, command, nearest(input, values));
  }
  if (error instanceof ArgumentParseError) {
    // only a switch is parsed: `--json=perhaps`
    const { externalFlagNameOrPlaceholder, input } = error;
    return toolMessages["invalid-flag-value"](`--${externalFlagNameOrPlaceholder}`, input, ["true", "false"], command);
  }
  if (error instanceof UnexpectedPositionalError) return toolMessages["unexpected-argument"](error.input, command);
  if (error instanceof UnsatisfiedPositionalError) return toolMessages["missing-argument"](error.placeholder, command);
  throw error;
}

/** The words that stand before the scanner takes something for an argument that looks like a flag and is none. */
export function strayFlag(words: readonly string[], command: string): Message | undefined {
  for (const word of words) {
    if (word === "--") return undefined;
    if (/^--[^=]+=$/su.test(word)) return toolMessages["missing-flag-value"](word.slice(0, -1), command);
    const isFlag = /^(?:-[a-z]+|-[a-z]=.+|--[a-z][a-z-.\d_]+|--[a-z][a-z-.\d_]+=.+)$/isu.test(word);
    if (word.length > 1 && word.startsWith("-") && !isFlag) return toolMessages["unknown-flag"](word, command);
  }
  return undefined;
}

function unknownFlag(flag: string, command: string, verb: Verb | undefined): Message {
  const known = [...Object.keys(verb?.flags ?? {}).map(flagName), "--color", "--help"];
  return toolMessages["unknown-flag"](flag, command, nearest(flag, known));
}
