/** Finds secret files that are copied into the store because Nix reads them itself. */

import path from "node:path";
import { NONE, type Ref, type Tree, view } from "@nivose/nix/syntax";
import { lastName, piecesOf } from "../../schema/definitions.ts";
import type { Found } from "../finding.ts";
import type { RepositoryRule } from "../rule.ts";
import { encryptionOf } from "../secrets/encrypted-file.ts";
import { isExampleFile } from "../secrets/tracked-texts.ts";
import type { Repository } from "../source/repository.ts";
import type { SourceFile } from "../source/source-file.ts";

export const rule: RepositoryRule = {
  code: "secret-file-in-store",
  family: "safety",
  level: "error",
  class: "certain",
  reads: "repository",
  title: "A secret file that Nix reads itself",
  explain:
    "An option that takes the path of a secret file is given a path of Nix, without quotes: Nix then copies the file into the " +
    "store, where every user of the machine can read it. Or `builtins.readFile` reads what sops or age put in place: that file " +
    "is there when the machine runs, and not when its configuration is evaluated. Encrypt the file, and give the option the " +
    "path at which sops or age put it, as in `config.sops.secrets.<name>.path`.\n\n" +
    "Left alone are public keys, hashes of passwords, and paths within quotes.",
  example: {
    bad: {
      "machine.nix":
        "{\n  services.vaultwarden = {\n    enable = true;\n    environmentFile = ./vaultwarden.env;\n  };\n}\n",
      "vaultwarden.env": "ADMIN_TOKEN=kohlrabi-42-blau\n",
    },
    good: '{\n  services.vaultwarden = {\n    enable = true;\n    environmentFile = "/run/secrets/vaultwarden.env";\n  };\n}\n',
  },
  *check(repository) {
    for (const file of repository.files.values()) {
      if (isExampleFile(file.name)) continue;
      yield* ofOptions(file, repository);
      yield* ofReads(file);
    }
  },
};

/** Options that take the name of a file with a secret in it, of which the machine reads the file. */
const fileOption =
  /^(?:\w*(?:[pP]assword|[pP]assphrase|[sS]ecret|[sS]ecretKey|[pP]rivateKey|[tT]oken|[aA]piKey|[pP]resharedKey|[cC]redentials|psk|[eE]nvironment)File|passFile|authKeyFile)$/u;

function* ofOptions(file: SourceFile, repository: Repository): Iterable<Found> {
  if (!file.mentions("File")) return;
  for (const definition of file.definitions) {
    const name = definition.path.at(-1) ?? "";
    if (!fileOption.test(name) || definition.path[0] === "sops" || definition.path[0] === "age") continue;
    for (const { value } of piecesOf(file.tree, definition.value)) {
      const node = view(file.tree, value);
      if (node.kind !== "path" || !node.text.startsWith(".")) continue;
      const target = path.posix.normalize(path.posix.join(path.posix.dirname(file.name), node.text));
      const bytes = repository.tracked.has(target) ? repository.read(target) : undefined;
      if (bytes === undefined || !isSecretText(bytes)) continue;
      const isEncrypted = encryptionOf(bytes) !== undefined;
      yield {
        text: isEncrypted
          ? `'${name}' is given the file as it is encrypted, which nothing decrypts`
          : `the secret in ${target} is copied into the store, where every user of the machine can read it`,
        hint: "let sops or age put the file in place, and set the option to where they do: 'config.sops.secrets.<name>.path'",
        at: file.at(value),
        related: [{ text: "the file", at: { file: target } }],
      };
    }
  }
}

/** Not a public key, a hash, or settings that are no secret. */
function isSecretText(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString("latin1").trim();
  if (text === "" || /^(?:ssh-|ecdsa-|sk-|age1|\$\w+\$|-----BEGIN (?:CERTIFICATE|PUBLIC|SSH2 PUBLIC))/u.test(text))
    return false;
  if (encryptionOf(bytes) !== undefined || !/^\w+=/mu.test(text)) return true;
  return /^\w*(?:PASS(?:WORD|WD)?|SECRET|TOKEN|KEY)\w*=["']?[^\s"'$/]{6,}/imu.test(text);
}

/** `builtins.readFile config.sops.secrets.x.path` */
function* ofReads(file: SourceFile): Iterable<Found> {
  const { tree } = file;
  if (!file.mentions("readFile")) return;
  const open: Ref[] = [tree.root];
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    if (ref === NONE || tree.isToken(ref)) continue;
    open.push(...tree.children(ref));
    const node = view(tree, ref);
    if (node.kind !== "apply" || node.arguments.length !== 1 || lastName(tree, node.function) !== "readFile") continue;
    const argument = withoutParens(tree, node.arguments[0]!);
    const written = file.text(argument).replaceAll(/\s/gu, "");
    const tool = /^"?(?:\$\{)?(?:\w+\.)?(sops|age)\.secrets\.(?:[\w"'-]+|\$\{[^}]*\})\.path\}?"?$/u.exec(written)?.[1];
    if (tool === undefined) continue;
    yield {
      text: `the secret is put in place when the machine starts, and cannot be read when its configuration is evaluated`,
      hint:
        tool === "sops"
          ? "give the program the path instead of the text; for a file with the secret in it, take 'sops.templates'"
          : "give the program the path instead of the text, or let it read the file when it starts",
      at: file.at(ref),
    };
  }
}

function withoutParens(tree: Tree, ref: Ref): Ref {
  const node = view(tree, ref);
  return node.kind === "paren" ? withoutParens(tree, node.expression) : ref;
}
