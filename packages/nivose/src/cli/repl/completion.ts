/** What Tab offers: commands, names in scope, attributes behind a dot, and files. */

import { readdirSync } from "node:fs";
import path from "node:path";
import type { ReplSession } from "@nivose/nix/repl";
import { commandNames } from "./line.ts";

/** The words, and the end of the line that they would replace. */
export async function completeLine(
  line: string,
  session: ReplSession,
  folder: string,
): Promise<readonly [words: readonly string[], part: string]> {
  if (/^\s*:\S*$/u.test(line)) return offer(commandNames, line.trimStart());
  const part = /[^\s(){}[\]]*$/u.exec(line)![0];
  const slash = part.lastIndexOf("/");
  if (slash >= 0) return offer(filesIn(part.slice(0, slash + 1), folder), part);
  // one thing at a time, and whoever waits for a value wants that first
  if (session.isBusy) return [[], part];
  const dot = part.lastIndexOf(".");
  if (dot < 0) return offer(await namesOf(undefined, session), part);
  const set = part.slice(0, dot);
  const names = await namesOf(set, session);
  return offer(
    names.map((name) => `${set}.${name}`),
    part,
  );
}

/** All that a word could become; of very many, the first ones and how many there are. */
function offer(words: readonly string[], part: string): readonly [string[], string] {
  const found = words.filter((word) => word.startsWith(part)).toSorted();
  if (found.length <= MOST) return [found, part];
  const common = commonStart(found[0]!, found.at(-1)!);
  // the line editor adds what all have in common, and must not take what is said here for one of them
  if (common.length > part.length) return [[common], part];
  return [[...found.slice(0, MOST), `… and ${(found.length - MOST).toLocaleString("en")} more`], part];
}

/** More would not fit on a screen. */
const MOST = 100;

function commonStart(first: string, last: string): string {
  let length = 0;
  while (length < first.length && first[length] === last[length]) length++;
  return first.slice(0, length);
}

/** Nothing if the expression is wrong: that is for the user to find out by evaluating it. */
async function namesOf(expression: string | undefined, session: ReplSession): Promise<readonly string[]> {
  const text = expression === undefined ? undefined : Buffer.from(expression).toString("latin1");
  try {
    const reply = await session.ask({ kind: "names", text });
    return reply.ok && "names" in reply ? reply.names.map((name) => Buffer.from(name, "latin1").toString()) : [];
  } catch {
    return []; // stopped
  }
}

function filesIn(written: string, folder: string): string[] {
  try {
    const entries = readdirSync(path.resolve(folder, written), { withFileTypes: true });
    return entries
      .filter(({ name }) => !name.startsWith("."))
      .map((entry) => `${written}${entry.name}${entry.isDirectory() ? "/" : ""}`);
  } catch {
    return [];
  }
}
