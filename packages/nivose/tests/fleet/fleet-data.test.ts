import path from "node:path";
import { expect, test } from "vitest";
import { fakeContext } from "../cli/fake-context.ts";
import { readEvaluation } from "../../src/cli/evaluation-options.ts";
import { dataFilesOf } from "../../src/cli/fleet-files.ts";
import type { HostData, Raw } from "../../src/fleet/data/fleet-data.ts";
import { checkHosts } from "../../src/fleet/data/check.ts";
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
