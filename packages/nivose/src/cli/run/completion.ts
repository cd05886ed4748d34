/** `nivose completion`. */

import { bash } from "../completion/bash.ts";
import { fish } from "../completion/fish.ts";
import { zsh } from "../completion/zsh.ts";
import type { Context } from "../context.ts";
import { ExitCode } from "../exit-codes.ts";

const scripts = { bash, zsh, fish } as const;

export function run(context: Context, _flags: object, [shell]: readonly string[]): ExitCode {
  context.stdout.write(scripts[shell as keyof typeof scripts]);
  return ExitCode.ok;
}
