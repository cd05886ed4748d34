/** Nix's files of configuration. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfiguration } from "../../src/cli/nix-conf.ts";

let top: string;

beforeAll(() => {
  top = mkdtempSync(path.join(tmpdir(), "nivose-conf-"));
  for (const folder of ["system", "user/nix", "shared/nix"]) mkdirSync(path.join(top, folder), { recursive: true });
  writeFileSync(
    path.join(top, "system/nix.conf"),
    "cores = 1 # all\n\n  max-jobs\t= auto\ninclude more.conf\n!include no.conf\n",
  );
  writeFileSync(path.join(top, "system/more.conf"), "nix-path = a=/b  c=/d\n");
  writeFileSync(path.join(top, "user/nix/nix.conf"), "cores = 3\nsandbox-paths =\n");
  writeFileSync(path.join(top, "shared/nix/nix.conf"), "cores = 2\n");
  writeFileSync(path.join(top, "loop.conf"), "include loop.conf\n");
});

afterAll(() => rmSync(top, { recursive: true }));

function read(environment: Readonly<Record<string, string>>) {
  const found = readConfiguration({ environment: { NIX_CONF_DIR: "/nowhere", HOME: "/nowhere", ...environment } });
  return Array.isArray(found) ? found.map(({ name, value }) => `${name}=${value}`) : found.text;
}

test("of the system, then of the user, then the variable", () => {
  const environment = {
    NIX_CONF_DIR: path.join(top, "system"),
    XDG_CONFIG_HOME: path.join(top, "user"),
    XDG_CONFIG_DIRS: path.join(top, "shared"),
    NIX_CONFIG: "cores = 4",
  };
  const all = ["cores=1", "max-jobs=auto", "nix-path=a=/b c=/d", "cores=2", "cores=3", "sandbox-paths=", "cores=4"];
  expect(read(environment)).toEqual(all);
  expect(read({ ...environment, NIX_PATH: "" })).toEqual(all.filter((each) => !each.startsWith("nix-path")));
});

test("files of the user that are named, the last one first", () => {
  const files = [path.join(top, "user/nix/nix.conf"), path.join(top, "shared/nix/nix.conf"), "/nowhere"].join(":");
  expect(read({ NIX_USER_CONF_FILES: files })).toEqual(["cores=2", "cores=3", "sandbox-paths="]);
});

test.each([
  ["cores", "syntax error in configuration line 'cores' in 'NIX_CONFIG'"],
  ["a b c", "syntax error in configuration line 'a b c' in 'NIX_CONFIG'"],
  ["include /a /b", "syntax error in configuration line 'include /a /b' in 'NIX_CONFIG'"],
  ["include /nowhere/x", "file '/nowhere/x' included from 'NIX_CONFIG' not found"],
])("%s makes no sense", (text, message) => {
  expect(read({ NIX_CONFIG: text })).toBe(message);
});

test("a file that includes itself", () => {
  expect(read({ NIX_CONFIG: `include ${top}/loop.conf` })).toContain("syntax error");
});
