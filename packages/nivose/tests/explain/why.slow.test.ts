/**
 * `nivose why` on a fleet whose module system is a few lines: what it prints for each question is in a file. `UPDATE=1`
 * writes what it prints now.
 */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { Sandbox } from "../cli/run-nivose.ts";

const golden = path.join(import.meta.dirname, "golden");
const sandbox = new Sandbox(path.join(import.meta.dirname, "fleet"));
afterAll(() => sandbox.remove());

test.each<[string, string]>([
  ["a forced value", "luna services.web.port"],
  ["a list whose elements come from many places", "luna services.web.plugins"],
  ["an option of a submodule", `luna 'services.web.sites."a.b".root'`],
  ["an element of a set", "luna services.web.limits.files"],
  ["a set of which parts are set", "luna services.web.limits"],
  ["an option that applies a function", "luna services.web.name"],
  ["definitions in conflict", "sol services.web.name"],
  ["a condition that depends on the option itself", "terra services.web.port"],
  ["an option with only its default", "sol services.web.enable"],
  ["all hosts", "services.web.port"],
  ["all hosts in JSON", "--json services.web.name"],
  ["one host in JSON", "--json luna services.web.plugins"],
  ["a file that another one imports", "nova services.web.limits.disks"],
  ["a module within the flake", "nova services.web.plugins"],
  ["a module that a function makes", "nova services.web.limits.processes"],
  ["an option that was renamed", "nova services.www.port"],
  ["an option that is set under its old name", "nova services.web.port"],
  ["a definition that optionalAttrs keeps away", "nova services.web.enable"],
  ["a file in etc", "nova /etc/web/web.conf"],
  ["the file of a unit", "nova /etc/systemd/system/web.service"],
  ["a file that is switched off", "nova /etc/old.conf"],
  ["a file that no option makes", "nova /etc/web.conf"],
  ["a file in JSON", "--json nova /etc/web/web.conf"],
  ["an option that is spelled wrong", "luna services.web.prot"],
  ["an option that no host has", "services.web.prot"],
  ["a part of an option that is spelled wrong", `luna 'services.web.sites."a.b".rot'`],
  ["an element that is not there", "luna services.web.limits.fils"],
  ["the end of an option", "luna web.port"],
  ["a set of options", "luna services"],
  ["a host that does not exist", "lunar services.web.port"],
  ["a host without options", "bare services.web.port"],
  ["a path without a name", "luna ."],
  ["a host without an option", "luna"],
])("%s", (name, words) => {
  const { stdout, stderr, status } = sandbox.run(`nivose why ${words}`);
  // where it takes long, it says how far it has come
  const told = stderr.replaceAll(/^\d+ of \d+: .*\n/gmu, "");
  const printed = `$ nivose why ${words}\n${stdout}${told}[${status}]\n`.replaceAll(sandbox.top, "SANDBOX");
  const file = path.join(golden, name);
  if (process.env["UPDATE"] === "1") writeFileSync(file, printed);
  expect(printed).toBe(existsSync(file) ? readFileSync(file, "utf8") : "");
});

test("hosts are completed", () => {
  const { stdout } = sandbox.run("nivose __complete why ''");
  expect(stdout).toBe("nothing\nbare\tnixos\nluna\tnixos\nnova\tnixos\nsol\tnixos\nterra\tnixos\n");
});

test("options are completed that were asked for before", () => {
  sandbox.run("nivose why luna services.web.port");
  const { stdout } = sandbox.run("nivose __complete why luna services.web.p");
  expect(stdout).toBe("nothing\nservices.web.plugins\tlist of string\nservices.web.port\tsigned integer\n");
});
