import { ok, strictEqual } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, test } from "vitest";
import { needs } from "../../../nivose/tests/needs.ts";
import { armor, decryptWith, encryptFor, Identity, parseIdentities, unarmor } from "../../src/index.ts";
import { seeded } from "../support.ts";

describe.runIf(needs("age"))("real age", () => {
  let folder = "";
  const ours = Identity.generate(seeded("ours"));
  const age = (parameters: readonly string[], input: Uint8Array): Buffer =>
    execFileSync("age", [...parameters], { input, maxBuffer: 2 ** 24, stdio: ["pipe", "pipe", "pipe"] });

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "nivose-age-"));
    writeFileSync(path.join(folder, "ours.txt"), `${ours.reveal()}\n`, { mode: 0o600 });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([0, 1, 31, 32, 33, 65_536, 65_537, 300_000])("both ways with %i bytes", (size) => {
    const plain = Buffer.alloc(size, "some text ");
    const file = encryptFor([ours.recipient], plain, seeded(String(size)));
    for (const form of [file, Buffer.from(armor(file))]) {
      ok(age(["--decrypt", "--identity", path.join(folder, "ours.txt")], form).equals(plain));
    }
    ok(Buffer.from(decryptWith([ours], age(["--recipient", ours.recipient], plain))).equals(plain));
    const armored = age(["--armor", "--recipient", ours.recipient], plain).toString();
    const inner = unarmor(armored) ?? new Uint8Array();
    strictEqual(armor(inner), armored);
    ok(Buffer.from(decryptWith([ours], inner)).equals(plain));
  });

  test("its keys are read, and ours have the recipients that it computes", () => {
    const made = execFileSync("age-keygen", { stdio: ["ignore", "pipe", "ignore"] }).toString();
    const [identity] = parseIdentities(made);
    strictEqual(identity?.recipient, /public key: (\S+)/.exec(made)?.[1]);
    const computed = execFileSync("age-keygen", ["-y", path.join(folder, "ours.txt")])
      .toString()
      .trim();
    strictEqual(computed, ours.recipient);
  });
});
