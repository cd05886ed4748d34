/** Finds files that agenix has encrypted for others than `secrets.nix` says. */

import type { RepositoryRule } from "../rule.ts";
import { ageHeader, sshTag } from "../secrets/age-header.ts";
import { ageRules } from "../secrets/age-rules.ts";

const keys = {
  ada: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHNn2qNberZltXBXaCqTWZeCrywDu0nSfSYzXEnBXfKp ada",
  luna: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJBWcxb/Blaqt1auOtE+F8QUWrUotiC5qBJ+UuEWdVCb luna",
};
const header = `age-encryption.org/v1\n-> ssh-ed25519 ${sshTag(keys.ada)} AAAA\nAAAA\n--- AAAA\n`;
const files = (...names: (keyof typeof keys)[]): Readonly<Record<string, string>> => ({
  "machine.nix": "{\n}\n",
  "secrets.nix": `let\n${names.map((name) => `  ${name} = "${keys[name]}";\n`).join("")}in\n{\n  "wifi.age".publicKeys = [ ${names.join(" ")} ];\n}\n`,
  "wifi.age": header,
  "notes.md": "wifi.age\n",
});

export const rule: RepositoryRule = {
  code: "age-recipients",
  family: "safety",
  level: "warning",
  class: "certain",
  reads: "repository",
  title: "A file that agenix has encrypted for others",
  explain:
    "`secrets.nix` counts when `agenix` writes a file. Who is added to `publicKeys` afterwards cannot decrypt the file that is there, " +
    "and who is removed still can, until `agenix --rekey` has been run. A machine that cannot decrypt a file misses the secret when " +
    "it starts.\n\n" +
    "A file names the SSH keys that can decrypt it by a short sum, and of other keys only that there are some, so these are " +
    "compared by their number. Left alone are keys that have to be evaluated.",
  example: { bad: files("ada", "luna"), good: files("ada") },
  *check(repository) {
    for (const { source, attrPath, file, keys: named } of ageRules(repository)) {
      const bytes = repository.tracked.has(file) ? repository.read(file) : undefined;
      const found = bytes === undefined ? undefined : ageHeader(bytes);
      if (found === undefined || named.length === 0) continue;
      const tags = named.map((key) => ({ key, tag: sshTag(key) }));
      const missing = tags.filter(({ tag }) => tag !== undefined && !found.tags.includes(tag));
      const isMore = found.tags.some((tag) => tags.every((each) => each.tag !== tag));
      const others = new Set(tags.filter(({ tag }) => tag === undefined).map(({ key }) => key)).size;
      if (missing.length === 0 && !isMore && others === found.others) continue;
      yield {
        text:
          missing.length > 0
            ? `${file} is not encrypted for ${missing.map(({ key }) => nameOf(key)).join(", ")}, as is said here`
            : others > found.others
              ? `${file} is not encrypted for all the keys that are named here`
              : `${file} can be decrypted with a key that is not named here`,
        hint: "run 'agenix --rekey'; who was removed may have kept what is secret, so then change it",
        at: source.at(attrPath),
      };
    }
  },
};

/** An SSH key has a comment, which mostly says whose it is. */
function nameOf(key: string): string {
  const [kind = "", wire = "", comment] = key.split(/\s+/u);
  return comment ?? `${kind} …${wire.slice(-8)}`;
}
