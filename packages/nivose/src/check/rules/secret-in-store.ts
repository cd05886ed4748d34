/** Finds options that are given a secret as a text, which then lies in the store of the machine. */

import { fromByteText } from "../../report/byte-text.ts";
import { piecesOf } from "../../schema/definitions.ts";
import type { Found } from "../finding.ts";
import type { FileRule } from "../rule.ts";
import type { SourceFile } from "../source/source-file.ts";
import { literalText } from "../secrets/literal-text.ts";
import { isCalledExample, isPlaceholder } from "../secrets/placeholders.ts";
import { looksLikeSecret, mayNameSecrets, secrecyOf } from "../secrets/secret-options.ts";
import { isExampleFile } from "../secrets/tracked-texts.ts";

export const rule: FileRule = {
  code: "secret-in-store",
  family: "safety",
  level: "error",
  class: "certain",
  reads: "file",
  title: "A secret that is written into an option",
  explain:
    "A module gives an option a password, a key or a token as a text. What an option is set to goes into the store of the " +
    "machine, where every user and every service can read it, and into the repository. Use the option that takes a file " +
    "(`hashedPasswordFile`, `environmentFile`, `pskFile`, …) and let sops or age put the secret there when the machine starts.\n\n" +
    "It is certain where the option is there for a secret, such as `users.users.<name>.password`, and a guess where only its " +
    "name says so. Left alone are hashes, words that everybody knows and replaces (`changeme`), what another program fills in " +
    "(`@PSK@`, `$TOKEN`), the name of the service itself, variants for virtual machines, and files for tests, examples and installers.",
  example: {
    bad: '{\n  users.users.ada = {\n    isNormalUser = true;\n    password = "kohlrabi-42-blau";\n  };\n}\n',
    good: '{\n  users.users.ada = {\n    isNormalUser = true;\n    hashedPasswordFile = "/run/secrets/ada-password";\n  };\n}\n',
  },
  *check(file) {
    if (isExampleFile(file.name) || throwaway.test(file.name)) return;
    if (!mayNameSecrets(Buffer.from(file.bytes).toString("latin1"))) return;
    for (const { path, value } of file.definitions) {
      const secrecy = secrecyOf(path);
      if (secrecy === undefined) continue;
      for (const piece of piecesOf(file.tree, value)) {
        const literal = literalText(file.tree, piece.value);
        if (literal === undefined || isPlaceholder(literal.text)) continue;
        // a database that is reached by its socket asks nobody for the password; people write the name of the service
        if (path[0] === "services" && path.includes(literal.text)) continue;
        if (isCalledExample(Buffer.from(file.bytes).toString("latin1"), literal.range.start)) continue;
        if (secrecy === "named" && !looksLikeSecret(path.at(-1)!, literal.text)) continue;
        yield found(file, path, literal.range, secrecy === "named");
      }
    }
  },
};

/** Machines that nobody keeps. */
const throwaway = /(?:^|[/._-])(?:iso|installer|install|vms?|qemu|live|microvm|vagrant|virtualbox)(?=[/._-]|$)/iu;

function found(
  file: SourceFile,
  path: readonly (string | undefined)[],
  range: { readonly start: number; readonly end: number },
  isGuess: boolean,
): Found {
  const option = path.map((name) => (name === undefined ? "…" : fromByteText(name))).join(".");
  const last = path.at(-1)!;
  const isUser = path[0] === "users";
  return {
    text: isGuess
      ? `'${last}' seems to be a secret, and its text is in the repository and in the store`
      : `the secret of '${option}' is in the repository, and every user of the machine can read it in the store`,
    hint: isUser
      ? "set 'hashedPasswordFile' to a file that sops or age makes, with what 'mkpasswd' prints"
      : "use the option that takes the secret from a file, and make that file with sops or age",
    at: { ...file.at(range), isSecret: true },
    ...(isGuess ? { class: "heuristic" } : {}),
  };
}
