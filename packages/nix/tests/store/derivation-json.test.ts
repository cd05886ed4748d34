import { strictEqual } from "node:assert/strict";
import { test } from "vitest";
import { parseDerivation, printDerivationsAsJson } from "../../src/store/index.ts";
import { refusalOf } from "./support/refusal.ts";

const folder = "/nix/store";
const path = "/nix/store/fx3bzpgnn64zd33dr0pwz4ckw56b377i-b.drv";
const asJson = (text: string): string =>
  printDerivationsAsJson(folder, new Map([[path, parseDerivation(folder, path, text)]]));

test("derivations are printed with keys in the order of their bytes, numbers too", () => {
  strictEqual(
    asJson(
      'Derive([("out","/nix/store/i8yf3p9li8bd9rwjsr5nkg63lxs367am-b","sha1","da39a3ee5e6b4b0d3255bfef95601890afd80709")],' +
        '[("/nix/store/wnvld3im7bgzcx9iplxdvvmk9nwx98bq-a.drv",["dev","out"])],[],"s","b",["x\\ty"],' +
        '[("b","\xc3\xa9\\"\x7f\x01"),("10","1"),("9","2")])',
    ),
    `{
  "${path}": {
    "args": [
      "x\\ty"
    ],
    "builder": "b",
    "env": {
      "10": "1",
      "9": "2",
      "b": "\xc3\xa9\\"\x7f\\u0001"
    },
    "inputDrvs": {
      "/nix/store/wnvld3im7bgzcx9iplxdvvmk9nwx98bq-a.drv": {
        "dynamicOutputs": {},
        "outputs": [
          "dev",
          "out"
        ]
      }
    },
    "inputSrcs": [],
    "name": "b",
    "outputs": {
      "out": {
        "hash": "da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "hashAlgo": "sha1",
        "method": "flat",
        "path": "/nix/store/a56javdywssq1hmk2jq3zh8yn0bzjw2i-b"
      }
    },
    "system": "s"
  }
}`,
  );
});

test("derivations that are no UTF-8 have no JSON", () => {
  strictEqual(
    refusalOf(() => asJson('Derive([],[],[],"s","b\xff",[],[])')),
    "[json.exception.type_error.316] invalid UTF-8 byte at index 1: 0xFF",
  );
});

test("no derivations are an empty object", () => {
  strictEqual(printDerivationsAsJson(folder, new Map()), "{}");
});
