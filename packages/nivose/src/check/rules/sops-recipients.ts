/** Finds encrypted files whose keys are others than those that their rule names. */

import type { DocumentKey, KeyOutline, RuleOutline } from "@nivose/sops";
import type { Found } from "../finding.ts";
import type { RepositoryRule } from "../rule.ts";
import { configFor, keyName, ruleFor, type SopsConfig, type SopsDocument, sopsFiles } from "../secrets/sops-files.ts";
import { encrypted, recipients } from "../secrets/examples.ts";

export const rule: RepositoryRule = {
  code: "sops-recipients",
  family: "safety",
  level: "warning",
  class: "certain",
  reads: "repository",
  title: "A file that is encrypted for others than its rule says",
  explain:
    "`.sops.yaml` counts when a file is encrypted for the first time. Who is added to a rule afterwards cannot decrypt the " +
    "files that are there, and who is removed still can, until `sops updatekeys FILE` has been run for each of them. A " +
    "machine that cannot decrypt a file gets none of its secrets, and says so only when it starts. Who is removed may also have " +
    "kept the key of the file: `sops rotate --in-place FILE` makes a new one, and only new secrets help against having read them.\n\n" +
    "Keys of age and PGP are compared, of which files name both. Left alone are files with several `.sops.yaml` above them.",
  example: {
    bad: {
      "machine.nix": '{\n  environment.etc."s.yaml".source = ./s.yaml;\n}\n',
      ".sops.yaml": `creation_rules:\n  - age: ${recipients.ada},${recipients.luna}\n`,
      "s.yaml": encrypted("ada"),
    },
    good: {
      "machine.nix": '{\n  environment.etc."s.yaml".source = ./s.yaml;\n}\n',
      ".sops.yaml": `creation_rules:\n  - age: ${recipients.ada}\n`,
      "s.yaml": encrypted("ada"),
    },
  },
  *check(repository) {
    const files = sopsFiles(repository);
    for (const document of files.documents.values()) {
      const config = configFor(document.file, files);
      const fitting = config === undefined ? undefined : ruleFor(document.file, config);
      if (config === undefined || fitting === undefined || fitting === "none") continue;
      yield* compare(document, fitting, config);
    }
  },
};

function* compare(document: SopsDocument, { groups }: RuleOutline, config: SopsConfig): Iterable<Found> {
  const named = groups.flatMap(({ keys }) => keys).filter(isCompared);
  const given = document.groups.flat().filter(isCompared);
  // a rule without keys leaves them to the command line
  if (named.length === 0 || given.length === 0) return;
  const missing = unique(named.filter((key) => !given.some((each) => isSame(key, each))));
  const others = unique(given.filter((key) => !named.some((each) => isSame(key, each))));
  if (missing.length > 0)
    yield {
      text: `${document.file} is not encrypted for ${listed(missing)}, as its rule says`,
      hint: `run 'sops updatekeys ${document.file}'`,
      at: document.at(document.metadata),
      related: missing.slice(0, MOST).map((key) => ({ text: "its rule names", at: config.at(key.range) })),
    };
  for (const key of others)
    yield {
      text: `${keyName({ ...key, anchor: config.anchors.find(({ text }) => text === key.id)?.anchor })} can decrypt ${document.file}, and its rule does not say so`,
      hint:
        `run 'sops updatekeys ${document.file}'; who was removed may have kept its key, so then run 'sops rotate --in-place ` +
        `${document.file}', and change what is secret`,
      at: document.at(key.range),
    };
}

const MOST = 4;

function isCompared({ kind, id }: DocumentKey | KeyOutline): boolean {
  return (kind === "age" || kind === "pgp") && id !== "";
}

function isSame(a: DocumentKey | KeyOutline, b: DocumentKey | KeyOutline): boolean {
  if (a.kind !== b.kind) return false;
  const [one, other] = [normal(a), normal(b)];
  // a fingerprint may be named by its end
  return one === other || (a.kind === "pgp" && (one.endsWith(other) || other.endsWith(one)));
}

function normal({ kind, id }: DocumentKey | KeyOutline): string {
  if (kind === "pgp") return id.replaceAll(/\s|^0x|!$/gu, "").toUpperCase();
  // an SSH key has a comment
  return id.split(/\s+/u).slice(0, 2).join(" ");
}

function unique<Key extends DocumentKey | KeyOutline>(keys: readonly Key[]): Key[] {
  return keys.filter((key, index) => keys.findIndex((each) => isSame(key, each)) === index);
}

function listed(keys: readonly KeyOutline[]): string {
  const names = keys.slice(0, MOST).map(keyName);
  const more = keys.length - names.length;
  return [...names, ...(more > 0 ? [`${more} more`] : [])].join(", ").replace(/, ([^,]+)$/u, " and $1");
}
