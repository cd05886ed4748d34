/**
 * `nivose options` on the fleet of `why.slow.test.ts`: what it prints for each question is in a file. `UPDATE=1` writes what
 * it prints now.
 */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { Sandbox } from "../../cli/run-nivose.ts";

const golden = path.join(import.meta.dirname, "golden");
const sandbox = new Sandbox(path.join(import.meta.dirname, "../fleet"));
const empty = new Sandbox();
afterAll(() => {
  sandbox.remove();
  empty.remove();
});

test.each<[string, string]>([
  ["parts of a name", "ser.w.po"],
  ["an option of a submodule", "--host nova etc target"],
  ["the most that is printed", "--limit 2 web"],
  ["words of a description", "serve"],
  ["as JSON", "--json --host sol web.enable"],
  ["nothing that fits", "no such thing"],
  ["a host that does not exist", "--host lunar web"],
  ["a limit that is none", "--limit 0 web"],
])("%s", (name, words) => {
  expectGolden(name, words, sandbox);
});

test("without a host to ask, the options of NixOS itself", () => {
  expectGolden("without a host", "services.openssh.enable --limit 1", empty);
});

function expectGolden(name: string, words: string, where: Sandbox): void {
  const { stdout, stderr, status } = where.run(`nivose options ${words}`);
  // where it takes long, it says how far it has come
  const told = stderr.replaceAll(/^\d+ of \d+: .*\n/gmu, "");
  const printed = `$ nivose options ${words}\n${stdout}${told}[${status}]\n`.replaceAll(where.top, "SANDBOX");
  const file = path.join(golden, name);
  if (process.env["UPDATE"] === "1") writeFileSync(file, printed);
  expect(printed).toBe(existsSync(file) ? readFileSync(file, "utf8") : "");
}
