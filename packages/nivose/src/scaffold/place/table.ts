/** Rows of tables in Markdown, known by what their first column has. */

/** Nothing if there is no such table. Rows are in the order of their names if they were. */
export function withRow(text: string, header: string, row: string): string | undefined {
  const lines = text.split("\n");
  const table = tableAt(lines, header);
  if (table === undefined) return undefined;
  const keys = lines.slice(table.start, table.end).map((each) => keyOf(each));
  const own = keyOf(row);
  if (keys.includes(own)) return text;
  const isOrdered = keys.length > 1 && keys.every((key, index) => index === 0 || keys[index - 1]! <= key);
  const next = isOrdered ? keys.findIndex((key) => key > own) : -1;
  lines.splice(next < 0 ? table.end : table.start + next, 0, row);
  return lines.join("\n");
}

export function withoutRow(text: string, header: string, row: string): string {
  const lines = text.split("\n");
  const table = tableAt(lines, header);
  if (table === undefined) return text;
  const index = lines.slice(table.start, table.end).findIndex((each) => keyOf(each) === keyOf(row));
  if (index < 0) return text;
  lines.splice(table.start + index, 1);
  return lines.join("\n");
}

/** The rows below the line of dashes. */
function tableAt(lines: readonly string[], header: string): { start: number; end: number } | undefined {
  const head = lines.findIndex((line) => line.startsWith(`| ${header} |`));
  if (head < 0) return undefined;
  const start = head + 2;
  const length = lines.slice(start).findIndex((line) => !line.startsWith("|"));
  return { start, end: length < 0 ? lines.length : start + length };
}

function keyOf(row: string): string {
  return (row.split("|")[1] ?? "").trim().replaceAll("`", "");
}
