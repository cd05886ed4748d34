/**
 * Lines that an expression prints, as Nix sends them to a terminal: colours only where there is one, no other escape
 * sequences, no carriage returns, and blanks for tabs.
 */

import { textWidth } from "../report/terminal-text.ts";

const TAB_STOP = 8;

// oxlint-disable-next-line no-control-regex -- to find control characters is its purpose
const sequence = /\u001b(?:\[[0-?]*[ -/]*([@-~])?|\][^\u001b]*\\?|[@-_])?/gu;

/** `line` has one character a byte. */
export function logLine(line: string, isTerminal: boolean): string {
  const text = line.replaceAll(sequence, (whole, final?: string) => (isTerminal && final === "m" ? whole : ""));
  // oxlint-disable-next-line no-control-regex -- bells and carriage returns are what it removes
  return withoutTabs(text.replaceAll(/[\u0007\r]/gu, ""));
}

/** Tabs reach to the next stop. What is before them is counted from the start of the text, over all of its lines. */
function withoutTabs(text: string): string {
  if (!text.includes("\t")) return text;
  let shown = "";
  let width = 0;
  for (const character of Buffer.from(text, "latin1").toString("utf8")) {
    if (character === "\t") {
      do {
        shown += " ";
        width++;
      } while (width % TAB_STOP !== 0);
    } else {
      shown += character;
      if (character >= " ") width += textWidth(character);
    }
  }
  return Buffer.from(shown).toString("latin1");
}
