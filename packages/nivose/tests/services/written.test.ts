/** Settings of the catalogue as Nix: what they evaluate to. */
import { runEvaluation } from "@nivose/nix/evaluation";
import { expect, test } from "vitest";
import { mentionsOf, type Settings, withSettings } from "../../src/services/settings.ts";
import { type Filling, writtenSettings } from "../../src/services/written.ts";

const filling: Filling = {
  port: (name) => (name === "web" ? 3000 : { $nix: "1000 + 1" }),
  address: () => "127.0.0.1",
  secret: () => ({ $nix: '"/run/" + "secret"' }),
  answer: () => ["a", "b"],
};

function evaluated(settings: Settings): unknown {
  const { ok, ...reply } = runEvaluation(
    {
      expression: { kind: "text", text: Buffer.from(writtenSettings(settings, filling)), name: "text", folder: "/" },
      selections: [""],
      args: [],
      output: "json",
      strict: true,
      location: false,
      settings: {},
    },
    () => {},
  ) as { readonly ok: boolean; readonly output?: string; readonly failure?: { readonly text: string } };
  if (!ok) throw new Error(reply.failure?.text);
  return JSON.parse(Buffer.from(reply.output!, "latin1").toString());
}

test("plain values are what they are", () => {
  const plain = { enable: true, "a name": [1, -1, null, "two", { three: [] }], with: { "a.b": 'say "${x}"' } };
  expect(evaluated(plain)).toEqual(plain);
});

test("what JSON has no word for is filled in", () => {
  expect(
    evaluated({
      port: { $port: "web" },
      other: [{ $port: "other" }],
      at: { $address: "web" },
      file: { $secret: "password" },
      all: { $answer: "paths" },
      sum: [{ $nix: "1 + 2" }],
      text: { $text: "$__file{{password.file}} on {web.address}:{web.port}, {other.port}, {nobody}, ${x}" },
      dollar: { $text: "${password.file}" },
    }),
  ).toEqual({
    port: 3000,
    other: [1001],
    at: "127.0.0.1",
    file: "/run/secret",
    all: ["a", "b"],
    sum: [3],
    text: "$__file{/run/secret} on 127.0.0.1:3000, 1001, {nobody}, ${x}",
    dollar: "$/run/secret",
  });
});

test("texts of several lines keep them", () => {
  const texts = [
    "a\n",
    "a\nb",
    "a\n  b ${c} ''d'' '\n",
    "  a\n  b\n",
    "\ta\nb\n",
    "\n\n",
    "a $\n{web}\n",
    'newServer("x")\n',
  ];
  for (const each of texts) expect(evaluated({ a: each })).toEqual({ a: each });
  expect(evaluated({ a: { $text: "on {web.port}\n  at ${password.file}\n" } })).toEqual({
    a: "on 3000\n  at $/run/secret\n",
  });
  expect(writtenSettings({ a: "b\n  c\n" }, filling)).toBe("{\n  a = ''\n    b\n      c\n  '';\n}");
});

test("what is mentioned is known beforehand", () => {
  const settings = { a: [{ b: { $text: "{web.address}:{web.port} {password.file}" } }], c: { $answer: "paths" } };
  expect(mentionsOf(settings)).toEqual({
    ports: ["web"],
    addresses: ["web"],
    secrets: ["password"],
    answers: ["paths"],
  });
});

test("settings are added to others by their names; lists and lines are put together", () => {
  const first = { a: { b: 1, c: [1] }, d: 1, lines: "x\n", text: "x" };
  const second = { a: { b: 2, c: [2] }, e: { $port: "web" }, lines: { $text: "{web.port}\n" }, text: "y" };
  expect(withSettings(first, second)).toEqual({
    a: { b: 2, c: [1, 2] },
    d: 1,
    e: { $port: "web" },
    lines: { $text: "x\n{web.port}\n" },
    text: "y",
  });
});
