/** Addresses as services write them, and which of them are one. */
import { describe, expect, test } from "vitest";
import { addressOf, clash, endpointOf, isLoopback, reaches } from "../../../src/check/services/address.ts";
import { publishedPorts } from "../../../src/check/services/containers.ts";

test.each<[string, string | undefined, number | undefined]>([
  ["127.0.0.1:53", "127.0.0.1", 53],
  ["[::1]:53", "::1", 53],
  ["[::]", "::", undefined],
  [":8080", undefined, 8080],
  ["*:80", "*", 80],
  ["53", undefined, 53],
  ["::1", "::1", undefined],
  ["http://localhost:3000/grafana/", "localhost", 3000],
  ["tcp+udp://9.9.9.9", "9.9.9.9", undefined],
  ["example.org", "example.org", undefined],
])("%s is an address and a port", (text, host, port) => {
  expect(endpointOf(text)).toEqual({ host, port });
});

test("what is no port is none", () => {
  expect(endpointOf("unix:/run/a.sock")).toBeUndefined();
});

describe("clash", () => {
  test.each<[string, string, "surely" | "perhaps" | false]>([
    ["0.0.0.0", "127.0.0.1", "surely"],
    ["127.0.0.1", "0.0.0.0", "surely"],
    ["", "::1", "surely"],
    ["*", "0.0.0.0", "surely"],
    ["::", "[::]", "surely"],
    ["::1", "0:0:0:0:0:0:0:1", "surely"],
    ["localhost", "127.0.0.1", "surely"],
    ["::", "0.0.0.0", "perhaps"],
    ["::", "127.0.0.1", "perhaps"],
    ["127.0.0.1", "192.168.1.2", false],
    ["127.0.0.1", "::1", false],
    ["0.0.0.0", "::1", false],
    ["0.0.0.0", "nas.home.arpa", false],
  ])("'%s' and '%s': %s", (a, b, expected) => {
    expect(clash(addressOf(a), addressOf(b))).toBe(expected);
  });

  test("who listens on each address has those that an interface has", () => {
    expect(clash({ kind: "each4" }, addressOf("127.0.0.53"))).toBe(false);
    expect(clash({ kind: "each4" }, addressOf("127.0.0.1"))).toBe("surely");
    expect(clash(addressOf("192.168.1.2"), { kind: "each4" })).toBe("surely");
    expect(clash({ kind: "each4" }, { kind: "each6" })).toBe(false);
    expect(clash({ kind: "each4" }, { kind: "any" })).toBe("surely");
  });
});

test("what is sent to an address reaches those who listen there", () => {
  expect(reaches(addressOf("127.0.0.1"), addressOf("0.0.0.0"))).toBe(true);
  expect(reaches(addressOf("127.0.0.1"), addressOf("::"))).toBe(true);
  expect(reaches(addressOf("127.0.0.1"), addressOf("192.168.1.2"))).toBe(false);
  expect(reaches(addressOf("::1"), addressOf("0.0.0.0"))).toBe(false);
  expect(isLoopback(addressOf("127.0.0.53"))).toBe(true);
  expect(isLoopback(addressOf("::"))).toBe(false);
});

test.each([
  ["8080:80", [{ host: undefined, port: 8080, protocol: "tcp" }]],
  ["127.0.0.1:53:53/udp", [{ host: "127.0.0.1", port: 53, protocol: "udp" }]],
  ["[::1]:80:80", [{ host: "[::1]", port: 80, protocol: "tcp" }]],
  [
    "8000-8001:9000-9001",
    [
      { host: undefined, port: 8000, protocol: "tcp" },
      { host: undefined, port: 8001, protocol: "tcp" },
    ],
  ],
  ["80", []],
  ["127.0.0.1::80", []],
])("a container publishes %s", (text, expected) => {
  expect(publishedPorts(text)).toEqual(expected);
});
