/** All values of a document at once, and the code that authenticates them together. */

import { createHash, type Hash } from "node:crypto";
import type { Random } from "../age/primitives.ts";
import { sopsError } from "../error.ts";
import { type Branch, Comment } from "./tree.ts";
import { bytesOf, type Content, decryptContent, encryptContent, isCiphertext, type Stash } from "./cipher.ts";
import { type EncryptionRules, type Place, selectionOf } from "./selection.ts";
import { pathData, pathText, walk } from "./walk.ts";

export interface Crypted {
  readonly branches: readonly Branch[];
  /** What the values add up to, in the form that is encrypted as the `mac` of the document. */
  readonly digest: string;
}

/** Starts the code if only encrypted values are in it, so that one kind of code never passes for the other. */
const ONLY_ENCRYPTED = createHash("sha256").update("sops").digest();

export function encryptBranches(
  branches: readonly Branch[],
  rules: EncryptionRules,
  key: Uint8Array,
  random: Random,
  stash?: Stash,
): Crypted {
  const isSelected = selectionOf(rules);
  const mac = new Mac(rules);
  const crypted = branches.map((branch) =>
    walk(branch, {
      value: (value, place) => {
        const selected = isSelected(place);
        mac.add(value, selected);
        return selected ? encryptContent(value, key, pathData(place.keys), random, stash) : value;
      },
      comment: (comment, place) =>
        isSelected(place)
          ? checkedComment(encryptContent(comment, key, pathData(place.keys), random, stash), place)
          : comment,
    }),
  );
  return { branches: crypted, digest: mac.digest() };

  /** An encrypted comment that by chance says that it is not encrypted could not be decrypted. */
  function checkedComment(text: string, place: Place): string {
    if ((rules.unencryptedCommentRegex ?? "") === "") return text;
    if (isSelected({ ...place, comments: [[text]] })) return text;
    throw sopsError("sops-comment-rule");
  }
}

export function decryptBranches(
  branches: readonly Branch[],
  rules: EncryptionRules,
  key: Uint8Array,
  stash?: Stash,
): Crypted {
  const isSelected = selectionOf(rules);
  const mac = new Mac(rules);
  const plain = branches.map((branch) =>
    walk(branch, {
      value: (value, place) => {
        const selected = isSelected(place);
        const content = selected ? decrypted(value, place) : value;
        mac.add(content, selected);
        return content;
      },
      comment: (comment, place) => {
        if (!isSelected(place)) return comment;
        // comments are not authenticated: what cannot be decrypted may never have been encrypted
        const content = decryptContent(comment.text, key, pathData(place.keys), stash);
        return content instanceof Comment ? content : comment;
      },
    }),
  );
  return { branches: plain, digest: mac.digest() };

  function decrypted(value: Exclude<Content, Comment>, { keys }: Place): Content {
    if (typeof value !== "string" || !isCiphertext(value)) throw sopsError("sops-value-plain", pathText(keys));
    const content = decryptContent(value, key, pathData(keys), stash);
    if (content === undefined) throw sopsError("sops-value-damaged", pathText(keys));
    return content;
  }
}

class Mac {
  private readonly hash: Hash = createHash("sha512");
  private readonly onlyEncrypted: boolean;

  constructor({ macOnlyEncrypted }: EncryptionRules) {
    this.onlyEncrypted = macOnlyEncrypted === true;
    if (this.onlyEncrypted) this.hash.update(ONLY_ENCRYPTED);
  }

  add(content: Content, selected: boolean): void {
    if (content instanceof Comment || (this.onlyEncrypted && !selected)) return;
    this.hash.update(bytesOf(content));
  }

  digest(): string {
    return this.hash.digest("hex").toUpperCase();
  }
}
