/** The end of a command whose command line is wrong. */

import type { Message } from "@nivose/nix/message";
import { humanMessage } from "../report/human.ts";
import { type Context, layoutOf } from "./context.ts";
import { ExitCode } from "./exit-codes.ts";

export function refuse(message: Message, context: Context): ExitCode {
  context.stderr.write(humanMessage(message, layoutOf(context, context.stderr)));
  return ExitCode.usage;
}
