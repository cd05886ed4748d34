/** What a user names on the command line, with `-` for standard input, as subjects to work on. */

import type { Message } from "@nivose/nix/message";
import type { Context } from "./context.ts";
import { selectSources } from "./sources.ts";
import type { Subject } from "./threads/work.ts";

export const STDIN_NAME = "<stdin>";

export interface Subjects {
  readonly subjects: readonly Subject[];
  readonly problems: readonly Message[];
}

export async function subjectsOf(words: readonly string[], context: Context): Promise<Subjects> {
  const { files, problems } = selectSources(
    words.filter((word) => word !== "-"),
    context,
  );
  if (!words.includes("-")) return { subjects: files, problems };
  return { subjects: [{ name: STDIN_NAME, bytes: await context.stdin.read() }, ...files], problems };
}
