/** Lines of a text that belong together: those below a certain one, until the first that is indented less. */

/** Nothing if there is no such line. */
export function withLine(text: string, below: string, line: string): string | undefined {
  const lines = text.split("\n");
  const block = blockBelow(lines, below, line);
  if (block === undefined) return undefined;
  if (lines.slice(block.start, block.end).includes(line)) return text;
  lines.splice(block.end, 0, line);
  return lines.join("\n");
}

export function withoutLine(text: string, below: string, line: string): string {
  const lines = text.split("\n");
  const block = blockBelow(lines, below, line);
  const index = block === undefined ? -1 : lines.slice(block.start, block.end).indexOf(line);
  if (index < 0) return text;
  lines.splice(block!.start + index, 1);
  return lines.join("\n");
}

function blockBelow(lines: readonly string[], below: string, line: string): { start: number; end: number } | undefined {
  const head = lines.indexOf(below);
  if (head < 0) return undefined;
  const indent = /^\s*/u.exec(line)![0];
  const start = head + 1;
  const length = lines.slice(start).findIndex((each) => each === "" || each === below || !each.startsWith(indent));
  return { start, end: length < 0 ? lines.length : start + length };
}
