/** `nivose explain`: a page of `docs/messages/`, in the terminal. */

import type { MessageDefinition } from "@nivose/nix/message";
import { nearest } from "@nivose/nix/syntax";
import { kindMeanings, type Layout } from "../../report/human.ts";
import { JSON_VERSION } from "../../report/json.ts";
import { toolMessages } from "../../report/messages.ts";
import { wrap } from "../../report/terminal-text.ts";
import { catalogue } from "../catalogue.ts";
import { type Context, layoutOf } from "../context.ts";
import { ExitCode } from "../exit-codes.ts";
import { listing } from "../listing.ts";
import { refuse } from "../refuse.ts";

interface ExplainFlags {
  readonly json: boolean;
}

export function run(context: Context, { json }: ExplainFlags, [code]: readonly string[]): ExitCode {
  const { stdout } = context;
  const asked = code === undefined ? [...catalogue] : [...catalogue].filter(([known]) => known === bare(code));
  if (asked.length === 0) {
    return refuse(toolMessages["unknown-message-code"](bare(code!), nearest(bare(code!), catalogue.keys())), context);
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

/** The code alone, of a code that was copied with its brackets. */
function bare(code: string): string {
  return code.replaceAll(/^\[|\]$/gu, "");
}

function page(code: string, { kind, title, explain, example }: MessageDefinition, { style, width }: Layout): string[] {
  const shown = [style.strong(`${title} [${code}]`), `${kindMeanings[kind]}.`, "", ...wrap(explain, width)];
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

function snippet(text: string): string[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `  ${line}`);
}

function jsonOf(asked: readonly (readonly [string, MessageDefinition])[]): string {
  const messages = asked.map(([code, { kind, title, explain, example }]) => ({ code, kind, title, explain, example }));
  return `${JSON.stringify({ version: JSON_VERSION, messages }, undefined, 2)}\n`;
}

function lines(all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}
