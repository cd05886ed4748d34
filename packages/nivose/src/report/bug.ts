/** What a bug of ours looks like: everything that is needed to find it, and nothing that its finder would not publish. */

import { humanMessage, type Layout } from "./human.ts";
import { toolMessages } from "./messages.ts";
import { printable } from "./terminal-text.ts";

/** What was running when it happened. */
export interface Circumstances {
  readonly version: string;
  readonly node: string;
  readonly platform: string;
  /** The words of the command line, without the path of the command. */
  readonly words: readonly string[];
  /** Where to report bugs; not all builds of the tool have such a place. */
  readonly tracker: string | undefined;
}

export function bugReport(error: unknown, circumstances: Circumstances, layout: Layout): string {
  const { version, node, platform, words, tracker } = circumstances;
  const whom = tracker ?? "the people from whom you have nivose";
  const message = toolMessages["unexpected-error"](describe(error));
  const facts = [
    ["version", `nivose ${version}`],
    ["node", node],
    ["platform", platform],
    ["command", ["nivose", ...withoutSecrets(words)].map(quoted).join(" ")],
    ["stack", stackOf(error).join(`\n${" ".repeat(12)}`)],
  ] as const;
  return (
    humanMessage(
      { ...message, hint: `this is not your mistake; please report it, with all of this, to ${whom}` },
      layout,
    ) + facts.map(([name, value]) => `  ${layout.style.faint(name.padEnd(10))}${printable(value)}\n`).join("")
  );
}

/**
 * The words of a command line with everything taken out that looks like a secret: a value that belongs to a flag named
 * after one, and a word in the form of a key, a token or an address with a password.
 */
export function withoutSecrets(words: readonly string[]): string[] {
  let next = false;
  return words.map((word) => {
    const belongsToSecret = next;
    const [, flag, value] = /^(--?[^=]+)(=.*)?$/su.exec(word) ?? [];
    next = flag !== undefined && value === undefined && secretName.test(flag);
    if (flag !== undefined)
      return value !== undefined && secretName.test(flag) ? `${flag}=${HIDDEN}` : hideSecrets(word);
    return belongsToSecret ? HIDDEN : hideSecrets(word);
  });
}

const HIDDEN = "<hidden>";
const secretName = /pass|secret|token|key|credential|auth|identity/iu;

function hideSecrets(word: string): string {
  return word
    .replace(/(:\/\/[^/@\s:]*:)[^/@\s]+@/gu, `$1${HIDDEN}@`)
    .replace(/((?:pass\w*|secret|token|api_?key|credential)\s*[=:]\s*)[^\s;,]+/giu, `$1${HIDDEN}`)
    .replace(/AGE-(?:SECRET-KEY|PLUGIN)-[0-9A-Z-]+/giu, HIDDEN)
    .replace(/\b(?:gh[a-z]_|github_pat_|glpat-|xox[a-z]-|sk-)[\w-]{10,}/gu, HIDDEN)
    .replace(/(?<![\w/.-])(?=[\w+/=-]*\d)(?=[\w+/=-]*[A-Za-z])[A-Za-z0-9+/=_-]{40,}(?![\w/.-])/gu, HIDDEN);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return `something was thrown that is no error: ${String(error)}`;
  return error.message === "" ? error.name : `${error.name}: ${error.message.split("\n")[0]}`;
}

/** The stack, and that of the cause. */
function stackOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  const own = (error.stack ?? String(error)).split("\n").map((line) => line.trim());
  return error.cause === undefined ? own : [...own, "caused by", ...stackOf(error.cause)];
}

function quoted(word: string): string {
  return /^[\w@%+=:,./<>-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
