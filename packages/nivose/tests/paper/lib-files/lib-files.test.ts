/**
 * What `lib` on paper says of a folder, against what nixpkgs' own said of the same one.
 *
 * `UPDATE=1 NIVOSE_TEST_NIXPKGS=FOLDER` writes down again what that of the folder says.
 */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readRecorded, showRecorded } from "../../../conformance/paper-lib/cases.ts";
import { type Answer, askLibrary } from "../../../conformance/paper-lib/library.ts";

const paper = path.resolve(import.meta.dirname, "../../../../../paper/lib");
const golden = path.join(import.meta.dirname, "recorded.txt");

const files: Readonly<Record<string, string>> = {
  README: "read\n",
  "notes.txt~": "old\n",
  "hosts/a.nix": "{ }\n",
  "hosts/b.nix": "{ }\n",
  "hosts/notes.txt": "\n",
  "modules/m.nix": "{ }\n",
  "modules/deep/n.nix": "{ }\n",
  "packages/greeter.nix": "{ greeting }: { text = greeting; }\n",
  "packages/large/package.nix": "{ greeting, loud ? false }: { inherit greeting loud; }\n",
  "packages/group/inner.nix": "{ }: { inner = true; }\n",
  "packages/ignored.txt": "\n",
  "tool/tool.cabal": "name: tool\n",
  "checkouts/plain/HEAD": "ref: refs/heads/main\n",
  "checkouts/plain/refs/heads/main": "1111\n",
  "checkouts/packed/HEAD": "ref: refs/heads/main\n",
  "checkouts/packed/packed-refs": "# pack-refs\n2222 refs/tags/v1\n3333 refs/heads/main\n",
  "checkouts/worktree/link": "gitdir: ../plain\n",
  "checkouts/none/README": "\n",
};

let root: string;

beforeAll(() => {
  root = path.join(mkdtempSync(path.join(tmpdir(), "nivose-lib-files-")), "root");
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  mkdirSync(path.join(root, "empty"));
  symlinkSync("hosts", path.join(root, "result"));
});
afterAll(() => rmSync(path.dirname(root), { recursive: true }));

test("lib on paper says of files what nixpkgs' own says", () => {
  const recorded = readRecorded(readFileSync(golden, "utf8"));
  const expressions = recorded.map(({ expression }) => expression);
  const nixpkgs = process.env["NIVOSE_TEST_NIXPKGS"];
  if (process.env["UPDATE"] === "1" && nixpkgs !== undefined) {
    const answers = ask(path.join(nixpkgs, "lib"), expressions);
    const again = expressions.map((expression, index) => ({ expression, answer: answers[index]! }));
    writeFileSync(golden, showRecorded(again));
  }
  const answers = ask(paper, expressions);
  const found = expressions.map((expression, index) => ({ expression, answer: answers[index]! }));
  expect(showRecorded(found)).toBe(readFileSync(golden, "utf8"));
});

/** Without the name of the folder, which is another one every time. */
function ask(library: string, expressions: readonly string[]): Answer[] {
  const within = expressions.map((each) => `let root = ${root}; in ${each}`);
  return askLibrary(library, within).map(({ value, printed }) => ({
    value: value.replaceAll(root, "/tree"),
    printed: printed.map((line) => line.replaceAll(root, "/tree")),
  }));
}
