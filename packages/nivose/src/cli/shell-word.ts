/** A path as a word that a shell takes for that path, and a terminal for no command of its own. */
export function shellWord(path: string): string {
  const word = path.startsWith("-") ? `./${path}` : path;
  if (/^[\p{L}\p{N}_./@%+=:,-]+$/u.test(word)) return word;
  if (!/[\p{Cc}\p{Cf}]/u.test(word)) return `'${word.replaceAll("'", String.raw`'\''`)}'`;
  const escaped = word.replaceAll(/[\\']/gu, String.raw`\$&`).replaceAll(/[\p{Cc}\p{Cf}]/gu, octal);
  return `$'${escaped}'`;
}

function octal(character: string): string {
  return Buffer.from(character)
    .toString("latin1")
    .replaceAll(/[^]/gu, (byte) => `\\${byte.charCodeAt(0).toString(8).padStart(3, "0")}`);
}
