/** The symbol for NUL, U+2400, in UTF-8. */
const NULL_SYMBOL = "\u00e2\u0090\u0080";

/** Nix's words for a text that cannot be a string because of its NUL bytes. */
export function nullBytesText(bytes: string): string {
  const shown = bytes.replaceAll("\0", NULL_SYMBOL);
  return `input string '${shown}' cannot be represented as Nix string because it contains null bytes`;
}
