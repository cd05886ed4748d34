/** How a text is written in YAML so that it is read as the same text: plain where that is possible. */

import { isBlank, isBlankOrEnd, isBreak } from "./cursor.ts";
import { resolvePlain } from "./resolve.ts";
import type { ScalarStyle } from "./token.ts";

/** The style that Go's YAML library chooses for a text, as far as that does not depend on where it stands. */
export function styleOf(text: string): Exclude<ScalarStyle, "folded"> {
  const forms = formsOf(text);
  if (text.includes("\n")) return forms.block ? "literal" : "double";
  if (typeof resolvePlain(text) !== "string" || looksDifferentElsewhere(text)) return "double";
  if (forms.plain) return "plain";
  return forms.single ? "single" : "double";
}

/** Whether YAML 1.1 reads it as a boolean or a number of base 60. */
function looksDifferentElsewhere(text: string): boolean {
  return (
    /^(?:[yYnN]|yes|Yes|YES|on|On|ON|no|No|NO|off|Off|OFF)$/.test(text) ||
    /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/.test(text)
  );
}

interface Forms {
  readonly plain: boolean;
  readonly single: boolean;
  readonly block: boolean;
}

function formsOf(text: string): Forms {
  if (text === "") return { plain: true, single: true, block: false };
  const characters = Array.from(text);
  const special = characters.some((character) => character !== "\t" && !isPrintable(character));
  const spaceBeforeBreak = /[ ][\r\n\x85\u2028\u2029]/.test(text);
  const spaceAfterBreak = /[\r\n\x85\u2028\u2029][ ]/.test(text);
  const outerSpace = /^[ \r\n\x85\u2028\u2029]|[ \r\n\x85\u2028\u2029]$/.test(text);
  const single = !spaceAfterBreak && !spaceBeforeBreak && !text.includes("\t") && !special;
  return {
    plain: single && !outerSpace && !characters.some(isBreak) && !hasIndicator(characters),
    single,
    block: !text.endsWith(" ") && !spaceBeforeBreak && !special,
  };
}

/** Whether a character would mean something else where it stands. */
function hasIndicator(characters: readonly string[]): boolean {
  const [first = "", second = "", third = ""] = characters;
  if (/^(?:---|\.\.\.)$/.test(first + second + third) || /^[#,[\]{}&*!|>'"%@`]$/.test(first)) return true;
  if (/^[-?:]$/.test(first) && (second === "" || isBlank(second))) return true;
  return characters.some((character, index) => {
    if (index === 0) return false;
    const next = characters[index + 1] ?? "";
    if (character === ":") return next === "" || isBlank(next);
    return character === "#" && isBlankOrEnd(characters[index - 1] ?? "");
  });
}

/** The characters that the library writes as they are. It takes those beyond the first 65,536 for unprintable ones. */
export function isPrintable(character: string): boolean {
  return /^[\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]$/.test(character);
}
