/** What `secrets.nix` of agenix says by its text alone, and what a file of age says of who can decrypt it. */
import { describe, expect, test } from "vitest";
import { ageHeader, sshTag } from "../../src/check/secrets/age-header.ts";
import { ageRules } from "../../src/check/secrets/age-rules.ts";
import { SourceFile } from "../../src/check/source/source-file.ts";

const ada = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHNn2qNberZltXBXaCqTWZeCrywDu0nSfSYzXEnBXfKp";

describe("the keys of a file", () => {
  const keysOf = (text: string): readonly (readonly string[])[] => {
    const files = new Map([["a/secrets.nix", new SourceFile("a/secrets.nix", Buffer.from(text))]]);
    const read = (name: string): Uint8Array | undefined => (name === "a/ada.pub" ? Buffer.from("ADA\n") : undefined);
    return ageRules({ files, read } as never).map(({ file, keys }) => [file, ...keys]);
  };
  test.each([
    ["texts", '{ "x.age".publicKeys = [ "A" "B" ]; }', [["a/x.age", "A", "B"]]],
    ["names", 'let a = "A"; in { "x.age".publicKeys = [ a ]; }', [["a/x.age", "A"]]],
    [
      "lists together",
      'let a = [ "A" ]; b = "B"; in { "x.age" = { publicKeys = a ++ [ b ]; armor = true; }; }',
      [["a/x.age", "A", "B"]],
    ],
    ["a set", 'let k = { a = "A"; }; in { "x.age".publicKeys = [ k.a ]; }', [["a/x.age", "A"]]],
    [
      "all of a set",
      'let k = { a = "A"; b = "B"; }; in { "x.age".publicKeys = builtins.attrValues k; }',
      [["a/x.age", "A", "B"]],
    ],
    ["with", 'let k = { a = "A"; }; in with k; { "x.age".publicKeys = [ a ]; }', [["a/x.age", "A"]]],
    ["files", '{ "x.age".publicKeys = [ (builtins.readFile ./ada.pub) ]; }', [["a/x.age", "ADA"]]],
    [
      "what has to be evaluated",
      '{ "x.age".publicKeys = map f [ "A" ]; "y.age".publicKeys = [ (import ./k.nix).a ]; }',
      [],
    ],
    ["what means itself", 'let a = a; in { "x.age".publicKeys = [ a ]; }', []],
    ["a module", "{ config, ... }: { age.secrets.x.file = ./x.age; }", []],
  ])("%s", (_what, text, expected) => {
    expect(keysOf(text)).toEqual(expected);
  });
});

test("the header of a file names SSH keys, and counts the others", () => {
  const stanzas = `-> ssh-ed25519 ${sshTag(ada)} AAAA\nAAAA\n-> X25519 AAAA\nAAAA\n-> x-grease AAAA\nAAAA\n`;
  const text = `age-encryption.org/v1\n${stanzas}--- AAAA\n-> X25519 AAAA\n`;
  const expected = { tags: [sshTag(`${ada} ada`)], others: 1 };
  expect(ageHeader(Buffer.from(text))).toEqual(expected);
  const armored = `-----BEGIN AGE ENCRYPTED FILE-----\n${Buffer.from(text).toString("base64")}\n-----END AGE ENCRYPTED FILE-----\n`;
  expect(ageHeader(Buffer.from(armored))).toEqual(expected);
  expect(ageHeader(Buffer.from("wifi: x\n"))).toBeUndefined();
  expect(sshTag("age1mdw7n8p2sr6nmftwcl3666j0a2nz4zvakxnpske3y5x8d8q0yd9q7c2klp")).toBeUndefined();
});
