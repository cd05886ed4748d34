/** The flags that every verb has, and what may stand before the verb. */

import type { Message } from "@nivose/nix/message";
import { toolMessages } from "../report/messages.ts";
import { nearest } from "@nivose/nix/syntax";
import { type ColorChoice, colorChoices } from "./color.ts";
import type { Flag } from "./verb.ts";

export const colorFlag: Flag = {
  kind: "choice",
  brief: "Whether to colour what is printed; by default if it goes to a terminal",
  placeholder: "WHEN",
  values: colorChoices,
};

export const helpBrief = "Show this help";
export const versionBrief = "Show the version";

/** What a command line asks for, before it is known whether its verb exists. */
export type Invocation =
  | { readonly kind: "version" }
  | { readonly kind: "help"; readonly words: readonly string[] }
  | { readonly kind: "verb"; readonly words: readonly string[] }
  | { readonly kind: "usage"; readonly message: Message };

/** Takes off the flags before the verb, and finds out whether help is asked for anywhere. */
export function readInvocation(words: readonly string[]): Invocation {
  const escape = words.indexOf("--");
  const own = escape === -1 ? words : words.slice(0, escape);
  let first = 0;
  for (; first < words.length && words[first]!.startsWith("-"); first++) {
    const word = words[first]!;
    if (word === "--version") return { kind: "version" };
    if (word === "--help" || word === "-h") continue;
    if (word !== "--color" && !word.startsWith("--color=")) return { kind: "usage", message: misplacedFlag(word) };
    const value = word === "--color" ? words[++first] : word.slice("--color=".length);
    const problem = colorProblem(value);
    if (problem !== undefined) return { kind: "usage", message: problem };
  }
  const rest = words.slice(first);
  if (rest[0] === "help") return { kind: "help", words: rest.slice(1).filter((word) => !word.startsWith("-")) };
  const asksForHelp = rest.length === 0 || own.includes("--help") || own.includes("-h");
  return asksForHelp
    ? { kind: "help", words: rest.filter((word) => !word.startsWith("-")) }
    : { kind: "verb", words: rest };
}

/** The value of `--color`, wherever it stands; what is wrong with it is said when its verb is scanned. */
export function colorChoice(words: readonly string[]): ColorChoice {
  for (const [index, word] of words.entries()) {
    if (word === "--") break;
    const value = word === "--color" ? words[index + 1] : word.startsWith("--color=") ? word.slice(8) : undefined;
    const choice = colorChoices.find((name) => name === value);
    if (choice !== undefined) return choice;
  }
  return "auto";
}

function colorProblem(value: string | undefined): Message | undefined {
  if (value === undefined || value === "") return toolMessages["missing-flag-value"]("--color", "nivose");
  if (colorChoices.some((name) => name === value)) return undefined;
  return toolMessages["invalid-flag-value"]("--color", value, colorChoices, "nivose", nearest(value, colorChoices));
}

function misplacedFlag(word: string): Message {
  const flag = word.replace(/=.*$/su, "");
  return toolMessages["unknown-flag"](flag, "nivose", nearest(flag, ["--help", "--version", "--color"]));
}
