/** Which values of a document are encrypted. At most one rule decides; without any it is the suffix of SOPS' own. */

import { sopsError } from "../error.ts";
import { compilePattern } from "../pattern/pattern.ts";

export interface EncryptionRules {
  /** Everything but what is below a key with this ending is encrypted. */
  readonly unencryptedSuffix?: string;
  /** Only what is below a key with this ending is encrypted. */
  readonly encryptedSuffix?: string;
  /** The same by regular expressions in the syntax of Go. */
  readonly unencryptedRegex?: string;
  readonly encryptedRegex?: string;
  /** The same by the comments above a value, or above what it is in. */
  readonly unencryptedCommentRegex?: string;
  readonly encryptedCommentRegex?: string;
  /** Whether only encrypted values are authenticated, so that others may be changed by hand. */
  readonly macOnlyEncrypted?: boolean;
}

export const DEFAULT_UNENCRYPTED_SUFFIX = "_unencrypted";

/** Where a value or a comment is. */
export interface Place {
  readonly keys: readonly string[];
  /** The comments right above this and above each set and list that it is in, from the outside. */
  readonly comments: readonly (readonly string[])[];
  readonly isComment: boolean;
}

export type Selection = (place: Place) => boolean;

const selecting = [
  "unencryptedSuffix",
  "encryptedSuffix",
  "unencryptedRegex",
  "encryptedRegex",
  "unencryptedCommentRegex",
  "encryptedCommentRegex",
] as const satisfies readonly (keyof EncryptionRules)[];

/** The rules with the default filled in. Throws `sops-rules` if more than one decides. */
export function completeRules(rules: EncryptionRules): EncryptionRules {
  const given = selecting.filter((name) => (rules[name] ?? "") !== "");
  if (given.length > 1) throw sopsError("sops-rules");
  return given.length === 1 ? rules : { ...rules, unencryptedSuffix: DEFAULT_UNENCRYPTED_SUFFIX };
}

export function selectionOf(rules: EncryptionRules): Selection {
  const name = selecting.find((each) => (rules[each] ?? "") !== "");
  const rule = (name && rules[name]) ?? "";
  switch (name) {
    case undefined:
      return () => true;
    case "unencryptedSuffix":
      return ({ keys }) => !keys.some((key) => key.endsWith(rule));
    case "encryptedSuffix":
      return ({ keys }) => keys.some((key) => key.endsWith(rule));
  }
  const matches = compilePattern(rule);
  switch (name) {
    case "unencryptedRegex":
      return ({ keys }) => !keys.some(matches);
    case "encryptedRegex":
      return ({ keys }) => keys.some(matches);
    case "unencryptedCommentRegex":
      return ({ comments }) => !comments.flat().some(matches);
    case "encryptedCommentRegex":
      // the comment that says that what follows is encrypted is itself not encrypted
      return ({ comments, isComment }) => (isComment ? comments.flat().slice(0, -1) : comments.flat()).some(matches);
  }
}
