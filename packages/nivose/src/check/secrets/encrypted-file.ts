/** Files that are encrypted, told by what they begin with or hold, without a key. */

export type Encrypted = "sops" | "age" | "gpg" | "git-crypt" | "ansible";

export function encryptionOf(bytes: Uint8Array): Encrypted | undefined {
  const head = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  if (/^(?:age-encryption\.org\/v1|-----BEGIN AGE ENCRYPTED FILE-----)/u.test(head)) return "age";
  if (head.startsWith("-----BEGIN PGP MESSAGE-----") || ((bytes[0] ?? 0) >> 4 === 8 && bytes[0] !== 0x89)) return "gpg";
  if (head.startsWith("\0GITCRYPT")) return "git-crypt";
  if (head.startsWith("$ANSIBLE_VAULT")) return "ansible";
  const text = Buffer.from(bytes).toString("latin1");
  return text.includes("ENC[AES256_GCM,data:") && /(?:^|[\s"[_])sops(?:["\]:_]|$)/mu.test(text) ? "sops" : undefined;
}
