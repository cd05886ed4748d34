/** A byte in an error: itself if it is visible, otherwise its number and its name. */
export function showByte(byte: string): string {
  if (byte >= "!" && byte <= "~") return byte;
  return `0x${byte.charCodeAt(0).toString(16).padStart(2, "0")}${names.get(byte) ?? ""}`;
}

const names = new Map([
  ["\0", "(NUL)"],
  [" ", "(SPACE)"],
  ["\n", "(LINE FEED)"],
  ["\r", "(CARRIAGE RETURN)"],
  ["\t", "(TAB)"],
  ["\v", "(VERTICAL TAB)"],
  ["\f", "(FORM FEED)"],
  ["\u001B", "(ESCAPE)"],
]);
