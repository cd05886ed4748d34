/**
 * What goes wrong with keys and documents. An error says which rule was broken and where, and never contains a secret:
 * the builders of its texts get names, places and counts, and no error has a `cause`, because what Node's cryptography
 * or a parser throws may quote what it was given.
 */

import { type SopsCode, type SopsMessageDefinition, sopsMessageDefinitions } from "./messages.ts";

export class SopsError extends Error {
  readonly code: SopsCode;
  /** Whose doing it is: the user's, or a limit of ours. */
  readonly kind: SopsMessageDefinition["kind"];
  readonly text: string;
  /** What to do next. */
  readonly hint: string | undefined;

  constructor(code: SopsCode, kind: SopsMessageDefinition["kind"], text: string, hint: string | undefined) {
    super(`${text} [${code}]`);
    this.name = "SopsError";
    this.code = code;
    this.kind = kind;
    this.text = text;
    this.hint = hint;
  }
}

/** The error of a code, with the parameters of its text. */
export function sopsError<Code extends SopsCode>(code: Code, ...parameters: ParametersOf<Code>): SopsError {
  const definition: SopsMessageDefinition = sopsMessageDefinitions[code];
  // the parameters are checked by the signature above; here they are of no type that all definitions share
  const values = parameters as readonly unknown[] as never[];
  return new SopsError(code, definition.kind, definition.text(...values), definition.hint?.(...values));
}

type ParametersOf<Code extends SopsCode> = Parameters<(typeof sopsMessageDefinitions)[Code]["text"]>;
