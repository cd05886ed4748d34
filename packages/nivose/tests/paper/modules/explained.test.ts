/**
 * What is asked of a host in order to explain it has the same answers on paper: what is defined where, what is renamed, and
 * which module imports which. The answers with the module system of nixpkgs are in the JSON file here, which
 * `UPDATE=1 NIVOSE_TEST_NIXPKGS=FOLDER` writes with nixpkgs 24.11.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { forgetValues, runEvaluation, type WatchedFunctions } from "@nivose/nix/evaluation";
import { expect, test } from "vitest";
import { optionQuestion, watchedFunctions } from "../../../src/explain/question.ts";
import { modulesQuestion, watchedForModules } from "../../../src/fleet/ask-modules.ts";
import { scopeQuestion } from "../../../src/advice/scope.ts";

const here = import.meta.dirname;
const lib = `${process.env["NIVOSE_TEST_NIXPKGS"] ?? path.resolve(here, "../../../../../paper")}/lib`;
const host = `import ${here}/host { lib = import ${lib}; }`;
const golden = path.join(here, "explained.json");

const web = ["services", "web"];
const options = [
  [...web, "port"],
  [...web, "name"],
  [...web, "tags"],
  [...web, "sites", "a.example", "root"],
  [...web, "sites", "b.example", "root"],
  [...web, "missing"],
  ["services", "old"],
  ["tags"],
  ["nothing"],
];

test("what explains a host finds on paper what it finds in nixpkgs", () => {
  const answers = {
    options: options.map((option) => seen(ask(optionQuestion(option), watchedFunctions) as Seen)),
    modules: ask(modulesQuestion, watchedForModules),
    scope: scopeOf(
      `(import ${here}/host { lib = import ${lib}; }).extendModules { modules = [ { services.webb = 1; } ]; }`,
    ),
  };
  if (process.env["UPDATE"] === "1") writeFileSync(golden, `${JSON.stringify(answers, null, 2)}\n`);
  expect(answers).toEqual(JSON.parse(readFileSync(golden, "utf8")));
});

interface Seen {
  readonly definitions: readonly unknown[] | null;
  readonly evaluations: number;
}

/** On paper nobody looks for definitions of an option that has none. */
function seen(answer: Seen): Seen {
  return answer.definitions === null ? { ...answer, definitions: [], evaluations: 1 } : answer;
}

function ask(question: string, watch: WatchedFunctions): unknown {
  // what was imported before is not looked at again
  forgetValues();
  const reply = runEvaluation({ ...request(host), apply: Buffer.from(question), watch }, () => {});
  if (!reply.ok) throw new Error(reply.failure.text);
  return told(reply.output);
}

/** What is known of the module system that fails. */
function scopeOf(failing: string): unknown {
  const reply = runEvaluation(
    { ...request(`(${failing}).config.services.web.port`), onFailure: scopeQuestion },
    () => {},
  );
  if (reply.ok) throw new Error("it does not fail");
  return told(reply.failure.told!);
}

/** The names of files differ from machine to machine, and places within the library from one to the other. */
function told(text: string): unknown {
  const plain = Buffer.from(text, "latin1").toString().replaceAll(here, "/tests").replaceAll(lib, "/lib");
  return JSON.parse(
    plain
      .replaceAll(/"column":\d+,("file":"\/lib\/[^"]*"),"line":\d+/gu, "$1")
      // what the module system on paper gives to modules beside what that of nixpkgs does
      .replace('"definedOptions",', "")
      .replace(',"undeclaredDefinitions"', ""),
  );
}

function request(expression: string) {
  return {
    expression: { kind: "text", text: Buffer.from(expression), name: "host.nix", folder: here },
    selections: [""],
    args: [],
    output: "json",
    strict: true,
    location: false,
    settings: {},
  } as const;
}
