/**
 * What a spec can say, as data: the same description checks a file, reads flags, asks in a terminal and is printed as
 * documentation.
 */

export type Field =
  | TextField
  | ChoiceField
  | { readonly kind: "list"; readonly brief: string; readonly of: Field }
  | RecordField
  | { readonly kind: "boolean"; readonly brief: string }
  /** A whole number from 0 up. */
  | { readonly kind: "number"; readonly brief: string; readonly expected: string };

export interface TextField {
  readonly kind: "text";
  readonly brief: string;
  readonly pattern: RegExp;
  /** What no pattern can tell, such as a checksum. */
  readonly isRight?: (text: string) => boolean;
  /** What is asked for, as it follows "expected". */
  readonly expected: string;
}

export interface ChoiceField {
  readonly kind: "choice";
  readonly brief: string;
  readonly values: readonly string[];
}

export interface RecordField {
  readonly kind: "record";
  readonly brief: string;
  readonly fields: Readonly<Record<string, Field>>;
  readonly required: readonly string[];
}
