/** What is said of `.sops.yaml` and encrypted files, and what is left alone. */
import { describe, expect, test } from "vitest";
import { encrypted, recipients } from "../../src/check/secrets/examples.ts";
import { keysOfHost } from "../../src/check/secrets/host-keys.ts";
import { checkFiles, everything } from "./example-fleet.ts";

const rules = ["sops-key-groups", "sops-rule-order", "sops-recipients", "unused-secret-file"];
const found = async (files: Record<string, string>, only = rules): Promise<string[]> => {
  const { findings } = await checkFiles(
    { "machine.nix": "{ }\n", ...files },
    { ...everything, isSourceOnly: true, only },
  );
  return findings.map(({ code, at, class: sureness }) => `${code} ${at.file} ${sureness}`);
};
const { ada, luna, sol } = recipients;
const named = { "notes.md": "s.yaml has the secrets\n" };

describe("key groups", () => {
  test.each([
    ["one with several kinds", `creation_rules:\n  - key_groups:\n      - pgp: [AAAA]\n        age: [${ada}]\n`],
    [
      "several that are meant",
      `creation_rules:\n  - shamir_threshold: 2\n    key_groups:\n      - age: [${ada}]\n      - age: [${luna}]\n`,
    ],
    [
      "one that merges others",
      `creation_rules:\n  - key_groups:\n      - merge:\n          - age: [${ada}]\n          - age: [${luna}]\n`,
    ],
    ["keys beside the pattern", `creation_rules:\n  - pgp: AAAA\n    age: ${ada},${luna}\n`],
    ["no YAML", "creation_rules: [\n"],
    ["something else", "stores:\n  yaml:\n    indent: 2\n"],
  ])("%s", async (_what, text) => {
    expect(await found({ ".sops.yaml": text }, ["sops-key-groups"])).toEqual([]);
  });

  test("are joined by the fix, if that is only a matter of the dash", async () => {
    const text = `creation_rules:\n  # ü\n  - key_groups:\n      - pgp: [AAAA]\n      - age: [${ada}]\n`;
    const { findings } = await checkFiles({ ".sops.yaml": text }, { ...everything, isSourceOnly: true, only: rules });
    const [edit] = findings[0]!.fix!.edits;
    const bytes = Buffer.from(text);
    for (const { start, bytes: put } of edit!.splices) bytes.set(put, start);
    expect(bytes.toString()).toBe(text.replace("      - age", "        age"));
    const same = text.replace("pgp", "age");
    const other = await checkFiles({ ".sops.yaml": same }, { ...everything, isSourceOnly: true, only: rules });
    expect(other.findings.map(({ fix }) => fix)).toEqual([undefined]);
  });
});

describe("the order of rules", () => {
  test.each([
    [
      "for different files",
      `creation_rules:\n  - path_regex: a\\.yaml$\n    age: ${ada}\n  - path_regex: b\\.yaml$\n    age: ${ada}\n`,
    ],
    [
      "with the one for all files last",
      `creation_rules:\n  - path_regex: a\\.yaml$\n    age: ${ada}\n  - age: ${ada}\n`,
    ],
    [
      "that take a part of each other's files",
      `creation_rules:\n  - path_regex: ^s\\.yaml$\n    age: ${ada}\n  - path_regex: \\.yaml$\n    age: ${ada}\n`,
    ],
  ])("%s", async (_what, text) => {
    const files = { ".sops.yaml": text, "s.yaml": encrypted("ada"), "t.yaml": encrypted("ada") };
    expect(await found(files, ["sops-rule-order"])).toEqual([]);
  });
});

describe("recipients", () => {
  const config = (keys: string): string =>
    `keys:\n  - &luna ${luna}\ncreation_rules:\n  - path_regex: ^s\\.yaml$\n    ${keys}\n`;
  test.each([
    [
      "the same in another order",
      { ".sops.yaml": config(`age: "${luna},${ada}"`), "s.yaml": encrypted("ada", "luna") },
    ],
    ["a list of texts", { ".sops.yaml": config(`age: [*luna, ${ada}]`), "s.yaml": encrypted("ada", "luna") }],
    ["a file that no rule is for", { ".sops.yaml": config(`age: ${luna}`), "t.yaml": encrypted("ada") }],
    [
      "keys that come from the command line",
      { ".sops.yaml": config("encrypted_regex: ^x"), "s.yaml": encrypted("ada") },
    ],
    ["a plain file", { ".sops.yaml": config(`age: ${luna}`), "s.yaml": "wifi: x\n" }],
    [
      "two configurations above it",
      { ".sops.yaml": config(`age: ${sol}`), "a/.sops.yaml": config(`age: ${luna}`), "a/s.yaml": encrypted("luna") },
    ],
  ])("%s", async (_what, files: Record<string, string>) => {
    expect(await found(files, ["sops-recipients"])).toEqual([]);
  });

  test("of JSON, and of both kinds", async () => {
    const value = "ENC[AES256_GCM,data:YQ==,iv:AAAA,tag:AAAA,type:str]";
    const json = {
      wifi: value,
      sops: { age: [{ recipient: ada, enc: "" }], lastmodified: "", mac: value, version: "3.9.4" },
    };
    const files = { ".sops.yaml": `creation_rules:\n  - age: ${luna}\n`, "s.json": JSON.stringify(json, undefined, 2) };
    expect(await found(files, ["sops-recipients"])).toEqual([
      "sops-recipients s.json certain",
      "sops-recipients s.json certain",
    ]);
  });
});

describe("files that nobody uses", () => {
  test.each([
    ["a text that names it", named],
    ["a path that is put together", { "machine.nix": "{ config, ... }: { x = ./${config.y}.yaml; }\n" }],
    ["a text that is put together", { "machine.nix": '{ self, n, ... }: { x = "${self}/${n}.yaml"; }\n' }],
    ["its name without the ending", { justfile: "edit:\n  sops long-name.yaml\n" }],
  ])("%s", async (_what, files) => {
    const name = "justfile" in files ? "long-name.yaml" : "s.yaml";
    expect(await found({ [name]: encrypted("ada"), ...files }, ["unused-secret-file"])).toEqual([]);
  });

  test("a folder that is read", async () => {
    const files = { "machine.nix": "{ x = builtins.readDir ./secrets; }\n", "secrets/s.yaml": encrypted("ada") };
    expect(await found(files, ["unused-secret-file"])).toEqual([]);
  });

  test("a folder of several of which none is named, as an input may read it", async () => {
    const names = ["sun.yaml", "moon.yaml", "star.yaml"].map((name) => `keys/${name}`);
    const files = Object.fromEntries(names.map((name) => [name, encrypted("ada")]));
    expect(await found(files, ["unused-secret-file"])).toEqual([]);
    const some = { ...files, "notes.md": "keys/moon.yaml is of the moon\n" };
    expect(await found(some, ["unused-secret-file"])).toEqual([
      "unused-secret-file keys/star.yaml heuristic",
      "unused-secret-file keys/sun.yaml heuristic",
    ]);
  });
});

test.each<[string, string, boolean]>([
  ["luna", "luna", true],
  ["host_luna", "luna", true],
  ["server-luna", "luna", true],
  ["luna_host", "luna", true],
  ["host_nixos_bootstrap", "nixos-bootstrap", true],
  ["Rich_Evans", "Rich-Evans", true],
  ["luna2", "luna", false],
  ["user_luna_ada", "luna", false],
  ["admin_luna", "luna", false],
])("%s is the key of %s: %s", (anchor, host, expected) => {
  const config = { anchors: [{ kind: "text", text: luna, anchor, range: { start: 0, end: 0 } }] };
  expect(keysOfHost(host, config as never).length > 0).toBe(expected);
});

describe("a file of secrets in clear", () => {
  const config = (pattern: string): string => `creation_rules:\n  - path_regex: ${pattern}\n    age: ${ada}\n`;
  const machine = "{\n  sops.secrets.restic.sopsFile = ./secrets/nas.yaml;\n}\n";
  const clear = async (files: Record<string, string>): Promise<string[]> => found(files, ["sops-file-in-clear"]);

  test.each([
    ["that a module names", { "machine.nix": machine, "secrets/nas.yaml": "restic: geheim\n" }, "certain"],
    [
      "in which the names of values are within sets",
      { "machine.nix": machine, "secrets/nas.yaml": "restic:\n    password: 'geheim'\n" },
      "certain",
    ],
    ["that is a secret as a whole", { "machine.nix": machine, "secrets/nas.yaml": "geheim\n" }, "certain"],
    [
      "that a rule is for",
      { ".sops.yaml": config("^secrets/.*\\.yaml$"), "secrets/nas.yaml": "restic: geheim\n" },
      "heuristic",
    ],
  ] as const)("%s", async (_what, files, sureness) => {
    expect(await clear(files)).toEqual([`sops-file-in-clear secrets/nas.yaml ${sureness}`]);
  });

  test.each([
    ["is encrypted", { "machine.nix": machine, "secrets/nas.yaml": encrypted("ada") }],
    ["is still empty", { "machine.nix": machine, "secrets/nas.yaml": "" }],
    ["has words to be replaced", { "machine.nix": machine, "secrets/nas.yaml": "restic: changeme\n" }],
    ["has nothing but names", { "machine.nix": machine, "secrets/nas.yaml": "restic:\n    password:\n" }],
    ["is an example", { ".sops.yaml": config("^secrets/"), "secrets/nas.example.yaml": "restic: geheim\n" }],
    ["is untracked", { ".sops.yaml": config("^secrets/"), "untracked:secrets/nas.yaml": "restic: geheim\n" }],
    ["lies beside secrets", { ".sops.yaml": config("^secrets/"), "secrets/README": "how: to make them\n" }],
    ["is one of all files that a rule is for", { ".sops.yaml": config("\\.yaml$"), "ci.yaml": "steps: build\n" }],
    [
      "is encrypted by Git",
      {
        "machine.nix": machine,
        ".gitattributes": "secrets/** filter=git-crypt\n",
        "secrets/nas.yaml": "restic: geheim\n",
      },
    ],
    [
      "is a file of something else",
      { "machine.nix": "{\n  environment.etc.x.source = ./x.yaml;\n}\n", "x.yaml": "restic: geheim\n" },
    ],
  ])("not one that %s", async (_what, files) => {
    expect(await clear(files)).toEqual([]);
  });
});

describe("a rule without a file", () => {
  const config = (pattern: string): string =>
    `creation_rules:\n  - path_regex: ^s\\.yaml$\n    age: ${ada}\n  - path_regex: ${pattern}\n    age: ${ada}\n`;
  test.each([
    [
      "for a file that is not encrypted yet",
      { ".sops.yaml": config("^t\\.yaml$"), "s.yaml": encrypted("ada"), "t.yaml": "" },
    ],
    ["for an untracked file", { ".sops.yaml": config("^t"), "s.yaml": encrypted("ada"), "untracked:t.yaml": "" }],
    ["with a pattern that is none", { ".sops.yaml": config("'('"), "s.yaml": encrypted("ada") }],
    ["where nothing is encrypted yet", { ".sops.yaml": config("^t") }],
    [
      "for files below its own folder",
      { "a/.sops.yaml": config("^b/t\\.yaml$"), "a/s.yaml": encrypted("ada"), "a/b/t.yaml": encrypted("ada") },
    ],
  ])("not one %s", async (_what, files) => {
    expect(await found(files, ["sops-rule-without-file"])).toEqual([]);
  });

  test("is told in time, whatever the files are called", async () => {
    const files = { ".sops.yaml": config("(a+)+b$"), "s.yaml": encrypted("ada"), ["a".repeat(50)]: "" };
    expect(await found(files, ["sops-rule-without-file"])).toEqual(["sops-rule-without-file .sops.yaml certain"]);
  });
});
