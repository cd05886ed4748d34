/**
 * SOPS documents and age keys, byte for byte as sops 3.9 and age write them, without either of them.
 *
 * ```ts
 * import { randomBytes } from "node:crypto";
 * import { decryptDocument, encryptDocument, Identity } from "@nivose/sops";
 *
 * const identity = Identity.generate(randomBytes);
 * const text = encryptDocument({
 *   text: "wifi:\n    password: correct horse\n",
 *   format: "yaml",
 *   recipients: [identity.recipient],
 *   rules: {},
 *   random: randomBytes,
 *   now: new Date(),
 * });
 * decryptDocument({ text, format: "yaml", identities: [identity] });
 * ```
 *
 * Everything throws a `SopsError`, which has a stable code and never holds a secret.
 */

export { armor, unarmor } from "./age/armor.ts";
export { decryptWith, encryptFor } from "./age/file.ts";
export { Identity, isRecipient, parseIdentities } from "./age/keys.ts";
export type { Random } from "./age/primitives.ts";
export {
  type CreationRule,
  type Encryption,
  encryptionFor,
  type KeyGroup,
  readCreationRules,
} from "./creation-rules/creation-rules.ts";
export {
  type ChangeRequest,
  decryptDocument,
  type DecryptRequest,
  decryptToBytes,
  encryptDocument,
  type EncryptRequest,
  recipientsOf,
  replacePlain,
  rotateDataKey,
  setValue,
  SOPS_VERSION,
  updateRecipients,
} from "./document/document.ts";
export { type Format, formatOf } from "./document/format.ts";
export type { EncryptionRules } from "./document/selection.ts";
export type { NewValue, ValuePath } from "./document/set-value.ts";
export { SopsError } from "./error.ts";
export type { SopsCode } from "./messages.ts";
export { type DocumentKey, type DocumentOutline, outlineDocument } from "./outline/outline-document.ts";
export {
  type GroupOutline,
  type KeyOutline,
  outlineRules,
  type RuleOutline,
  type RulesOutline,
} from "./outline/outline-rules.ts";
export type { PlacedText, TextRange } from "./outline/placed.ts";
