import { deepStrictEqual } from "node:assert/strict";
import { describe, test } from "vitest";
import { encryptionFor, readCreationRules } from "../../src/index.ts";
import { otherPublished, published, refuses } from "../support.ts";

const [admin, luna] = [published.recipient, otherPublished.recipient];
const config = `
keys:
  - &admin ${admin}
  - &luna ${luna}
  - &defaults
    encrypted_regex: ^(data|stringData)$
creation_rules:
  - path_regex: ^hosts/luna/[^/]+\\.yaml$
    key_groups:
      - age:
          - *admin
          - *luna
          - *admin
  - path_regex: ^k8s/
    <<: *defaults
    mac_only_encrypted: true
    age: >-
      ${admin},
      ${luna}
  - path_regex: ^list/
    age: [*luna, " ${admin} "]
    unencrypted_suffix: _plain
  - path_regex: ^split/
    key_groups:
      - age: [*admin]
      - age: [*luna]
  - path_regex: ^pgp/
    pgp: 0123ABC
    age: *admin
  - path_regex: ^two/
    age: *admin
    encrypted_suffix: _a
    encrypted_regex: b
  - path_regex: ^bad/(?=x)
    age: *admin
`;

describe(".sops.yaml", () => {
  const rules = readCreationRules(config);

  test("may have comments anywhere", () => {
    const commented = config.replaceAll(/^( *)- /gmu, "$1# a comment\n$1- ").replace("- *luna\n", "# - *luna\n");
    const { recipients } = encryptionFor(readCreationRules(commented), "hosts/luna/a.yaml");
    deepStrictEqual(recipients, [admin]);
  });
  const recipients = (path: string): readonly string[] => encryptionFor(rules, path).recipients;

  test("the first rule that fits a path says for whom it is encrypted", () => {
    deepStrictEqual(recipients("hosts/luna/wifi.yaml"), [admin, luna]);
    deepStrictEqual(recipients("list/x"), [luna, admin]);
    const { rules: selection, recipients: both } = encryptionFor(rules, "k8s/secret.yaml");
    deepStrictEqual(both, [admin, luna]);
    deepStrictEqual([selection.encryptedRegex, selection.macOnlyEncrypted], ["^(data|stringData)$", true]);
    deepStrictEqual(encryptionFor(rules, "list/x").rules.unencryptedSuffix, "_plain");
  });

  test("what Nivose cannot do is told, and so is what nobody can", () => {
    refuses(() => recipients("split/a.yaml"), "sops-shamir-rule");
    refuses(() => recipients("pgp/a.yaml"), "sops-rule-key");
    refuses(() => recipients("two/a.yaml"), "sops-rules");
    refuses(() => recipients("bad/x"), "sops-pattern");
    refuses(
      () => encryptionFor(readCreationRules("creation_rules: [{path_regex: ^a, age: age1x}]"), "b"),
      "sops-no-rule",
    );
    refuses(() => encryptionFor([], "b"), "sops-no-rule");
    refuses(() => readCreationRules("creation_rules: x"), "sops-config");
    refuses(() => readCreationRules("creation_rules: [x]"), "sops-config");
    refuses(() => readCreationRules("creation_rules: [{age: {a: b}}]"), "sops-config");
    refuses(() => readCreationRules("creation_rules: [{path_regex: [a]}]"), "sops-config");
    refuses(() => readCreationRules("a: ]"), "sops-yaml");
  });

  test("a rule without a path fits every path, and a file without rules has none", () => {
    deepStrictEqual(encryptionFor(readCreationRules(`creation_rules: [{age: ${admin}}]`), "x/y").recipients, [admin]);
    deepStrictEqual(readCreationRules("stores: {yaml: {indent: 2}}"), []);
    deepStrictEqual(readCreationRules(""), []);
  });

  test("groups within a group are one group", () => {
    const merged = `creation_rules: [{key_groups: [{merge: [{age: [${admin}]}, {age: [${luna}]}], age: ["${admin}"]}]}]`;
    deepStrictEqual(encryptionFor(readCreationRules(merged), "x").recipients, [admin, luna]);
  });
});
