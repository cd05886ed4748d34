/** What to type after something was written. */
export interface NextCommand {
  readonly command: string;
  readonly does: string;
}
