/** How kinds of values are coloured. */
export interface Palette {
  readonly string: (text: string) => string;
  readonly path: (text: string) => string;
  readonly constant: (text: string) => string;
  readonly function: (text: string) => string;
  readonly repeated: (text: string) => string;
  readonly error: (text: string) => string;
}

const plain = (text: string): string => text;
const colored =
  (code: number) =>
  (text: string): string =>
    `\u001b[${code}m${text}\u001b[0m`;

export const plainPalette: Palette = {
  string: plain,
  path: plain,
  constant: plain,
  function: plain,
  repeated: plain,
  error: plain,
};

/** The colours of `nix repl`. */
export const coloredPalette: Palette = {
  string: colored(35),
  path: colored(32),
  constant: colored(36),
  function: colored(34),
  repeated: colored(35),
  error: colored(31),
};
