/** Names put into the patterns of a layout: `modules/{name}.nix`. */

export interface PatternValues {
  readonly name: string;
  readonly namespace?: string | undefined;
  readonly description?: string | undefined;
  readonly [placeholder: string]: string | undefined;
}

export function fillPattern(pattern: string, values: PatternValues): string {
  return pattern.replaceAll(/\{([a-z]+)\}/gu, (whole, placeholder: string) => values[placeholder] ?? whole);
}

/** What a path has in the place of `{name}`; nothing if it does not fit the pattern. */
export function nameIn(pattern: string, path: string): string | undefined {
  const [head = "", ...tails] = pattern
    .split("{name}")
    .map((part) => part.replaceAll(/[.*+?^$()[\]{}|\\]/gu, String.raw`\$&`));
  if (tails.length === 0) return undefined;
  const [first, ...others] = tails;
  const source = `^${head}([^/]+)${[first, ...others].join(String.raw`\1`)}$`;
  return new RegExp(source, "u").exec(path)?.[1];
}

/** The folder that all paths of the pattern share, with its slash. */
export function folderOfPattern(pattern: string): string {
  const head = pattern.slice(0, Math.max(pattern.indexOf("{"), 0));
  return head.slice(0, head.lastIndexOf("/") + 1);
}
