import { deepStrictEqual, notStrictEqual, ok, strictEqual } from "node:assert/strict";
import { inspect } from "node:util";
import fc from "fast-check";
import { describe, test } from "vitest";
import { armor, decryptWith, encryptFor, Identity, isRecipient, parseIdentities, unarmor } from "../../src/index.ts";
import { decodeBech32, encodeBech32 } from "../../src/age/bech32.ts";
import { otherPublished, published, refuses, seeded } from "../support.ts";

const pair = {
  secret: "AGE-SECRET-KEY-1G0Q5K9TV4REQ3ZSQRMTMG8NSWQGYT0T7TZ33RAZEE0GZYVZN0APSU24RK7",
  recipient: "age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun",
};

describe("identities", () => {
  test("have the recipient that age gives them", () => {
    strictEqual(Identity.parse(pair.secret).recipient, pair.recipient);
    strictEqual(Identity.parse(pair.secret.toLowerCase()).reveal(), pair.secret);
  });

  test("are made of the randomness that is given, and are read again", () => {
    const identity = Identity.generate(seeded("identity"));
    strictEqual(Identity.generate(seeded("identity")).recipient, identity.recipient);
    notStrictEqual(Identity.generate(seeded("other")).recipient, identity.recipient);
    strictEqual(Identity.parse(identity.reveal()).recipient, identity.recipient);
  });

  test("show nothing of themselves", () => {
    const shown = inspect(published, { depth: 9, showHidden: true }) + JSON.stringify(published) + String(published);
    ok(!shown.includes(pair.secret) && !/secret[^W]/i.test(shown.replaceAll("secretWith", "")));
  });

  test("stand in files with comments", () => {
    const text = `# created: now\r\n# public key: ${pair.recipient}\n\n  ${pair.secret}\n${otherPublished.reveal()}`;
    deepStrictEqual(
      parseIdentities(text).map(({ recipient }) => recipient),
      [pair.recipient, otherPublished.recipient],
    );
    refuses(() => parseIdentities(`# x\n${pair.secret.replace("G0Q5", "G0Q4")}\n`), "age-identity-file", [
      pair.secret.slice(20, 50),
    ]);
    refuses(() => Identity.parse(pair.recipient), "age-identity");
    refuses(() => Identity.parse(""), "age-identity");
  });
});

describe("recipients", () => {
  test("are told from everything else", () => {
    strictEqual(isRecipient(pair.recipient), true);
    const others = [
      "",
      pair.secret,
      pair.recipient.toUpperCase(),
      pair.recipient.slice(0, -1),
      ` ${pair.recipient}`,
      "age1x",
    ];
    deepStrictEqual(others.filter(isRecipient), []);
    refuses(() => encryptFor([pair.secret], new Uint8Array(), seeded("x")), "age-recipient", [pair.secret]);
    refuses(() => encryptFor(["age1yubikey1qwerty"], new Uint8Array(), seeded("x")), "age-recipient-kind");
    refuses(() => encryptFor([], new Uint8Array(), seeded("x")), "sops-no-recipient");
    // a point that would make every secret the same
    const zero = encodeBech32("age", new Uint8Array(32));
    refuses(() => encryptFor([zero], new Uint8Array(), seeded("x")), "age-recipient");
  });

  test("Bech32 is read as it was written, and a changed character is noticed", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(), (bytes, place) => {
        const text = encodeBech32("age", bytes);
        deepStrictEqual(decodeBech32(text), { prefix: "age", bytes });
        const index = place % text.length;
        const changed = text.slice(0, index) + (text.charAt(index) === "q" ? "p" : "q") + text.slice(index + 1);
        strictEqual(decodeBech32(changed), undefined);
      }),
      { numRuns: 100 },
    );
  });
});

test("what is encrypted for several is decrypted by each, whatever its size", () => {
  for (const size of [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000]) {
    const plain = Buffer.alloc(size, "text ");
    const file = encryptFor([pair.recipient, otherPublished.recipient], plain, seeded(String(size)));
    const read = unarmor(armor(file)) ?? new Uint8Array();
    for (const identity of [published, otherPublished]) ok(Buffer.from(decryptWith([identity], read)).equals(plain));
    refuses(() => decryptWith([Identity.generate(seeded("stranger"))], file), "age-no-match");
    refuses(() => decryptWith([published], file.subarray(0, -1)), "age-damaged");
  }
});
