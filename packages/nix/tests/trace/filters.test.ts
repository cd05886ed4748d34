/** What Git keeps as something else than it is in the working tree is never kept in a record. */

import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { filteredFile } from "../../src/trace/index.ts";
import { ask } from "../flake/support/both.ts";
import { CaseFolder, flake, gitEnvironment } from "../flake/support/flake-case.ts";

const folders = new CaseFolder();
afterAll(() => folders.remove());

function filteredIn(attributes: string, output: string, reference = "./top"): string | undefined {
  const folder = folders.make({
    name: attributes,
    files: {
      "top/flake.nix": flake("", `_: { x = ${output}; }`),
      "top/secrets/a.nix": '"hidden"\n',
      "top/plain.nix": '"known"\n',
      "top/.gitattributes": attributes,
    },
    git: ["top"],
  });
  const { reply } = ask(folder, `${reference}#x`, { trace: true });
  if (!reply.ok || reply.trace === undefined || "obstacle" in reply.trace) throw new Error("there is no trace");
  const file = filteredFile(reply.trace, (name) => gitEnvironment[name as keyof typeof gitEnvironment]);
  return file === undefined ? undefined : path.relative(path.join(folder, "top"), file);
}

test.each([
  ["a file of git-crypt", "secrets/** filter=git-crypt diff=git-crypt\n", "import ./secrets/a.nix", "secrets/a.nix"],
  ["a copy of one", "secrets/** filter=git-crypt\n", '"${./secrets}"', "secrets/a.nix"],
  ["any other filter", "*.nix filter=hide\n", "import ./plain.nix", "flake.nix"],
  ["one that is not read", "secrets/** filter=git-crypt\n", "import ./plain.nix", undefined],
  ["what is large", "*.nix filter=lfs\n", "import ./plain.nix", undefined],
  ["no filter", "*.nix text eol=lf\n", "import ./plain.nix", undefined],
])("%s", (_, attributes, output, expected) => {
  expect(filteredIn(attributes, output)).toBe(expected);
});

test("a folder may lie in a repository that keeps it encrypted", () => {
  expect(filteredIn("secrets/** filter=git-crypt\n", "import ./secrets/a.nix", "path:./top")).toBe("secrets/a.nix");
  expect(filteredIn("secrets/** filter=git-crypt\n", "import ./plain.nix", "path:./top")).toBeUndefined();
});
