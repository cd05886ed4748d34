import path from "node:path";
import { runEvaluation } from "@nivose/nix/evaluation";
import { parse } from "@nivose/nix/syntax";
import { expect, test } from "vitest";
import { fakeContext } from "../cli/fake-context.ts";
import { readEvaluation } from "../../src/cli/evaluation-options.ts";
import { dataFilesOf } from "../../src/cli/fleet-files.ts";
import type { HostData, Raw } from "../../src/fleet/data/fleet-data.ts";
import { checkHosts } from "../../src/fleet/data/check.ts";
import { literalAnswer } from "../../src/fleet/data/literal.ts";
import { fileQuestion } from "../../src/fleet/data/question.ts";
import { attempting } from "../../src/fleet/questions/shared.ts";
import { readFleetData } from "../../src/fleet/data/files.ts";
import { readHosts } from "../../src/fleet/data/read.ts";

const examples = path.resolve(import.meta.dirname, "../../../../examples");

test.each<[string, string, string, HostData]>([
  ["homelab", "", "luna", { address: "192.168.1.10", tags: ["server", "builder"], wave: 2, dependsOn: ["nixpi"] }],
  ["parts", "", "web-01", { address: "web-01.mxmlabs.example.org", wave: 2, dependsOn: ["db-01"] }],
  ["profiles", "", "Cronut", { address: "cronut.local", kind: "darwin", wave: 3 }],
  ["multi-flake", "deployment", "Station-02", { address: "station-02.example.org", wave: 0 }],
])("the inventory of the example %s is data of its hosts", async (example, flake, name, expected) => {
  const context = fakeContext({ cwd: examples });
  const options = readEvaluation({ expr: false, showTrace: false }, context);
  if ("code" in options) throw new Error(options.text);
  const files = dataFilesOf({ root: path.join(examples, example), flakes: [flake] }, options, context);
  const { of, problems } = await readFleetData(files, undefined);
  expect(problems).toEqual([]);
  expect(of({ name, flake: "" })).toMatchObject(expected);
});

test.each([
  "{ hosts = { a = { port = 22; wave = -1; }; }; }",
  '{ hosts.a.tags = [ "x" "y" ]; hosts.a.address = "é\\n"; hosts = { b = { }; }; other = throw "no"; }',
  '{ hosts."a.b".health = [ { http = http://example.org; } { tcp = 1; timeout = (2); } ]; }',
  "{ hosts.a = { user = null; kind = true; own = x: x; description = ''\n  two\n  lines\n''; }; }",
  "{ hosts.a.health.tcp = [ [ ] { } ]; hosts.b.port = { a.b = 1; a.c = 2; }; }",
])("what is written out reads as it is evaluated: %s", (source) => {
  const bytes = Buffer.from(source);
  const literal = literalAnswer(parse(bytes));
  const reply = runEvaluation(
    {
      expression: { kind: "text", text: bytes, name: "fleet.nix", folder: "/" },
      selections: [""],
      args: [],
      output: "json",
      strict: true,
      location: false,
      apply: Buffer.from(fileQuestion),
      watch: attempting,
      settings: {},
    },
    () => {},
  );
  if (!reply.ok) throw new Error(reply.failure.text);
  expect(literal).toEqual(JSON.parse(Buffer.from(reply.output, "latin1").toString()));
});

test.each([
  "rec { hosts.a.port = 22; }",
  "let port = 22; in { hosts.a = { inherit port; }; }",
  "{ hosts.a.port = 22; hosts.a.port = 23; }",
  "{ hosts.a.port = 20 + 2; }",
  "{ hosts.a.tags = [ (f 1) ]; }",
  '{ hosts.${"a"}.port = x; }',
  "{ hosts = import ./hosts.nix; }",
  "{ nobody.a.port = 22; }",
  "x: { hosts.a.port = 22; }",
])("what is not written out has to be evaluated: %s", (source) => {
  expect(literalAnswer(parse(Buffer.from(source)))).toBeUndefined();
});

const text = (value: string): Raw => ({ type: "string", value });
const hostsOf = (members: Record<string, Raw>) => readHosts({ luna: { type: "set", value: members } });
const codesOf = (members: Record<string, Raw>) =>
  hostsOf(members).problems.map(({ message, path: at }) => [message.code, at.slice(2)]);

test("members of one's own are nobody's business, but for those that look misspelt", () => {
  const unread: Raw = { type: "unread" };
  expect(
    codesOf({ hardware: unread, roles: unread, services: unread, where: unread, ports: unread, addresses: unread }),
  ).toEqual([]);
  expect(codesOf({ tag: unread })).toEqual([["fleet-data-unknown-member", ["tag"]]]);
});

test("what is null is not there, and what is wrong is left out", () => {
  const { hosts, problems } = hostsOf({
    address: { type: "null" },
    port: { type: "int", value: 70_000 },
    user: text("root"),
  });
  expect(hosts.get("luna")).toEqual({ user: "root" });
  expect(problems.map(({ message }) => message.text)).toEqual(["'port' is 70000, expected a port from 1 to 65535"]);
});

test("each cycle is told of once", () => {
  const depends = (dependsOn: readonly string[]): HostData => ({ dependsOn });
  const hosts = new Map([
    ["a", depends(["b", "c"])],
    ["b", depends(["c"])],
    ["c", depends(["b"])],
    ["d", depends(["a"])],
  ]);
  expect(checkHosts(hosts, undefined).map(({ message }) => message.text)).toEqual([
    "b depends on c, which depends on b",
  ]);
});

test("two machines may have one address if their ports differ, and a home may have that of its machine", () => {
  const hosts = new Map<string, HostData>([
    ["a", { address: "host.example.org" }],
    ["b", { address: "host.example.org", port: 2222 }],
    ["home", { address: "host.example.org", kind: "home" }],
    ["c", { address: "HOST.example.org", port: 22 }],
  ]);
  expect(checkHosts(hosts, undefined).map(({ message }) => message.text)).toEqual([
    "c has the address of a, HOST.example.org",
  ]);
});

test("a home is known by the machine that it is on", () => {
  const hosts = new Map<string, HostData>([
    ["nova", { kind: "home" }],
    ["luna", {}],
  ]);
  const known = new Set(["ada@nova"]);
  expect(checkHosts(hosts, known).map(({ path }) => path)).toEqual([["hosts", "luna"]]);
});
