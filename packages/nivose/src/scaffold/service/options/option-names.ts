/** Options as they are typed after `--set`. */

/** The names of an option; dots in quotes part nothing. */
export function optionNames(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|[^."]+/gu)].map(([whole, quoted]) => quoted ?? whole);
}
