/** Commands as people type them. */

/** A word that a shell takes as it is. */
export function shellWord(word: string): string {
  return /^[\w./@%+=:,-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** A command, its flags on lines of their own where one line would be long. A flag is left out if it has no value. */
export function commandLines(
  words: readonly string[],
  flags: readonly (readonly [string, string | readonly string[] | undefined])[],
): readonly string[] {
  const said = flags.flatMap(([flag, value]) => {
    const values = value === undefined ? [] : typeof value === "string" ? [value] : value;
    return values.map((each) => `${flag} ${shellWord(each)}`);
  });
  const pieces = [words.map(shellWord).join(" "), ...said];
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + piece.length < WIDTH) lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(last === undefined ? piece : `  ${piece}`);
  }
  return lines.map((line, index) => (index === lines.length - 1 ? line : `${line} \\`));
}

const WIDTH = 110;

/** With quotes of its own in it, others around it would end too early. */
export function quoted(command: string): string {
  return command.includes("'") ? command : `'${command}'`;
}
