/** Keys and encrypted files for the examples of rules: nobody has the keys, and nothing is secret in the files. */

export const recipients = {
  ada: "age1ypyat8ks873r5wzxhgn07aeygscdjnthnx26229y9alfsgxdaq5qxtrlgf",
  luna: "age1mdw7n8p2sr6nmftwcl3666j0a2nz4zvakxnpske3y5x8d8q0yd9q7c2klp",
  sol: "age1pwfecfa0n893lpylla6vcjfglrgwz7axmp3gp43pde9p9gq90pvsu0c632",
} as const;

/** What a document looks like that SOPS has encrypted for these people and machines, with the names `wifi` and `restic/password`. */
export function encrypted(...names: readonly (keyof typeof recipients)[]): string {
  const value = "ENC[AES256_GCM,data:bm90aGluZw==,iv:AAAA,tag:AAAA,type:str]";
  const keys = names.map((name) => `        - recipient: ${recipients[name]}\n          enc: |\n            none\n`);
  return `wifi: ${value}
restic:
    password: ${value}
sops:
    age:
${keys.join("")}    lastmodified: "2025-01-01T00:00:00Z"
    mac: ${value}
    version: 3.9.4
`;
}
