/** `nivose explain`: a page of `docs/messages/` or `docs/rules/`, in the terminal. */

import type { MessageKind } from "@nivose/nix/message";
import { nearest } from "@nivose/nix/syntax";
import type { Example } from "../../check/rule.ts";
import { rules } from "../../check/rules/index.ts";
import { kindMeanings, type Layout } from "../../report/human.ts";
import { JSON_VERSION } from "../../report/json.ts";
import { toolMessages } from "../../report/messages.ts";
import { wrap } from "../../report/terminal-text.ts";
import { catalogue } from "../catalogue.ts";
import { type Context, layoutOf } from "../context.ts";
import { ruleKind } from "../documentation/rule-pages.ts";
import { ExitCode } from "../exit-codes.ts";
import { listing } from "../listing.ts";
import { refuse } from "../refuse.ts";

interface ExplainFlags {
  readonly json: boolean;
}

export function run(context: Context, { json }: ExplainFlags, [code]: readonly string[]): ExitCode {
  const { stdout } = context;
  const asked = code === undefined ? [...explained] : [...explained].filter(([known]) => known === bare(code));
  if (asked.length === 0) {
    return refuse(toolMessages["unknown-message-code"](bare(code!), nearest(bare(code!), explained.keys())), context);
  }
  const layout = layoutOf(context, stdout);
  if (json) stdout.write(jsonOf(asked));
  else if (code === undefined)
    stdout.write(
      lines(
        listing(
          asked.map(([known, { title }]) => [known, title]),
          layout,
        ),
      ),
    );
  else stdout.write(lines(page(asked[0]![0], asked[0]![1], layout)));
  return ExitCode.ok;
}

interface Explained {
  readonly kind: MessageKind | "rule";
  readonly title: string;
  readonly explain: string;
  readonly example?: { readonly bad: Example; readonly good: Example } | undefined;
  /** What kind of message it is. */
  readonly meaning: string;
}

/** Messages and rules. */
const explained: ReadonlyMap<string, Explained> = new Map<string, Explained>(
  [
    ...[...catalogue].map(([code, { kind, title, explain, example }]) => {
      return [code, { kind, title, explain, example, meaning: kindMeanings[kind] }] as const;
    }),
    ...rules.map((rule) => {
      const { code, title, explain, example } = rule;
      return [code, { kind: "rule", title, explain, example, meaning: ruleKind(rule) }] as const;
    }),
  ].toSorted(([a], [b]) => (a < b ? -1 : 1)),
);

/** The code alone, of a code that was copied with its brackets. */
function bare(code: string): string {
  return code.replaceAll(/^\[|\]$/gu, "");
}

function page(code: string, { meaning, title, explain, example }: Explained, { style, width }: Layout): string[] {
  const paragraphs = explain
    .split("\n\n")
    .flatMap((each, index) => [...(index === 0 ? [] : [""]), ...wrap(each, width)]);
  const shown = [style.strong(`${title} [${code}]`), ...wrap(`${meaning}.`, width), "", ...paragraphs];
  if (example === undefined) return shown;
  return [
    ...shown,
    "",
    style.mistake("Wrong:"),
    ...snippet(example.bad),
    style.good("Right:"),
    ...snippet(example.good),
  ];
}

function snippet(example: Example): string[] {
  if (typeof example !== "string")
    return Object.entries(example).flatMap(([name, text]) => [
      `  ${name}:`,
      ...snippet(text).map((line) => `  ${line}`),
    ]);
  return example
    .trimEnd()
    .split("\n")
    .map((line) => `  ${line}`.trimEnd());
}

function jsonOf(asked: readonly (readonly [string, Explained])[]): string {
  const messages = asked.map(([code, { kind, title, explain, example }]) => ({ code, kind, title, explain, example }));
  return `${JSON.stringify({ version: JSON_VERSION, messages }, undefined, 2)}\n`;
}

function lines(all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}
