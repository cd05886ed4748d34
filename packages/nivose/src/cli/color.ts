/** Whether to colour what goes to a stream: the flag, then the user's environment, then whether it is a terminal. */

export const colorChoices = ["auto", "always", "never"] as const;

export type ColorChoice = (typeof colorChoices)[number];

/**
 * The flag is the strongest. Then `NO_COLOR` (any value: none), `CLICOLOR_FORCE` (any value but 0: even in a pipe), and
 * `CLICOLOR=0` (none, in a terminal either).
 */
export function usesColor(
  choice: ColorChoice,
  environment: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (choice !== "auto") return choice === "always";
  const { NO_COLOR, CLICOLOR, CLICOLOR_FORCE, TERM } = environment;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (CLICOLOR_FORCE !== undefined && CLICOLOR_FORCE !== "" && CLICOLOR_FORCE !== "0") return true;
  return isTerminal && CLICOLOR !== "0" && TERM !== "dumb";
}
