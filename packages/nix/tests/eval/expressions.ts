/** The expressions of this folder, each with what it gives. The same list is asked of our evaluator and of real Nix. */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = import.meta.dirname;

/** The expressions of `expressions.txt`: one a line, but that an indented string goes on over lines. */
export function expressions(): string[] {
  const found: string[] = [];
  let open: string | undefined;
  for (const line of readFileSync(join(folder, "expressions.txt"), "utf8").trimEnd().split("\n")) {
    if (open !== undefined) open += `\n${line}`;
    else if (line.startsWith("#")) continue;
    else if (line === "''") open = line;
    else found.push(line);
    if (open !== undefined && open.includes("\n") && line === "''") {
      found.push(open);
      open = undefined;
    }
  }
  return found;
}

/** What each expression is expected to give: a value, or `error: ` and the first line of Nix's last message. */
export function expectedResults(): Record<string, string> {
  const file = join(folder, "expected.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string>) : {};
}

export function writeExpected(results: Readonly<Record<string, string>>): void {
  writeFileSync(join(folder, "expected.json"), `${JSON.stringify(results, null, 2)}\n`);
}
