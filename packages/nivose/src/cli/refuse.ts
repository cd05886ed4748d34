/** The end of a command whose command line is wrong. */

import type { Message } from "@nivose/nix/message";
import { humanMessage } from "../report/human.ts";
import { JSON_VERSION, jsonMessage } from "../report/json.ts";
import { type Context, layoutOf } from "./context.ts";
import { ExitCode } from "./exit-codes.ts";

export function refuse(message: Message, context: Context): ExitCode {
  context.stderr.write(humanMessage(message, layoutOf(context, context.stderr)));
  return ExitCode.usage;
}

/** The same for programs, where they ask for JSON: `empty` is what the command tells otherwise, with nothing in it. */
export function refuseAs(
  { json }: { readonly json: boolean },
  empty: Readonly<Record<string, unknown>>,
  message: Message,
  context: Context,
): ExitCode {
  if (!json) return refuse(message, context);
  const told = { version: JSON_VERSION, ...empty, diagnostics: [jsonMessage(message)] };
  context.stdout.write(`${JSON.stringify(told, undefined, 2)}\n`);
  return ExitCode.usage;
}
