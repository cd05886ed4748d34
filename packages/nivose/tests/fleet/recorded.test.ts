/** Answers that are kept, and when they are taken for what they were. What a trace finds is tested with the engine. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Trace } from "@nivose/nix/trace";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FreshAnswer, recorded, type Recording } from "../../src/fleet/record/recorded.ts";
import { RecordStore } from "../../src/fleet/record/record-store.ts";

const HASH = "0123456789abcdfghijklmnpqrsvwxyz";
const trace: Trace = {
  sources: [{ folder: "/fleet", kind: "git", storePath: `/nix/store/${HASH}-source`, narHash: "sha256-", reads: {} }],
};
const answer: FreshAnswer = { ok: true, value: { port: 80 }, files: ["a.nix"], copies: {}, lines: ["trace: x"], trace };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "nivose-records-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(changes: Partial<Recording> & { readonly reply?: FreshAnswer } = {}) {
  const seen = { evaluated: 0, told: [] as string[] };
  const ask = recorded({
    store: new RecordStore(path.join(folder, "records"), () => 0),
    surroundings: () => "",
    evaluate: () => {
      seen.evaluated++;
      return Promise.resolve(changes.reply ?? answer);
    },
    checker: { findChange: () => undefined, movedHashes: () => new Map() },
    mayBeKept: () => true,
    tell: (line) => seen.told.push(line),
    ...changes,
  });
  return { ask, seen };
}

test("a question is evaluated once", async () => {
  await open().ask("", ".luna", "x: x");
  const { ask, seen } = open();
  expect(await ask("", ".luna", "x: x")).toEqual({ ok: true, value: { port: 80 }, files: ["a.nix"], copies: {} });
  expect(seen).toEqual({ evaluated: 0, told: ["trace: x"] });
});

test.each([
  ["another question", {}, ["", ".luna", "x: y"]],
  ["another host", {}, ["", ".sol", "x: x"]],
  ["another flake", {}, ["site", ".luna", "x: x"]],
  ["other settings", { surroundings: () => "other" }, ["", ".luna", "x: x"]],
  ["a change", { checker: { findChange: () => "/fleet/a.nix", movedHashes: () => new Map() } }, ["", ".luna", "x: x"]],
] as const)("%s is evaluated", async (_, changes, question) => {
  await open().ask("", ".luna", "x: x");
  const { ask, seen } = open(changes);
  const [flake, output, apply] = question;
  await ask(flake, output, apply);
  expect(seen.evaluated).toBe(1);
});

test("hashes of sources that have changed places are told apart", async () => {
  const other = "1".repeat(32);
  const third = "2".repeat(32);
  const [source] = trace.sources;
  const sources = [source!, { ...source!, folder: "/more", storePath: `/nix/store/${other}-source` }];
  const reply = { ...answer, value: [HASH, other], trace: { sources } };
  await open({ reply }).ask("", ".luna", "x: x");
  const moved = new Map([
    [HASH, other],
    [other, third],
  ]);
  const { ask } = open({ checker: { findChange: () => undefined, movedHashes: () => moved } });
  expect(await ask("", ".luna", "x: x")).toMatchObject({ value: [other, third] });
});

test("what cannot be looked at is not what it was", async () => {
  await open().ask("", ".luna", "x: x");
  const findChange = (): never => {
    throw new Error("EACCES");
  };
  const { ask, seen } = open({ checker: { findChange, movedHashes: () => new Map() } });
  await ask("", ".luna", "x: x");
  expect(seen.evaluated).toBe(1);
});

test("an answer tells of a source where it is now", async () => {
  await open({ reply: { ...answer, value: `/nix/store/${HASH}-source/a.nix` } }).ask("", ".luna", "x: x");
  const now = "zyxwvsrqpnmlkjihgfdcba9876543210";
  const { ask } = open({
    checker: { findChange: () => undefined, movedHashes: () => new Map([[HASH, now]]) },
  });
  expect(await ask("", ".luna", "x: x")).toMatchObject({ value: `/nix/store/${now}-source/a.nix` });
});

test.each<readonly [string, FreshAnswer, Partial<Recording>]>([
  ["failed", { ok: false, problem: "broken", isLimit: false }, {}],
  ["depends on what nobody can check", { ...answer, trace: undefined }, {}],
  ["read what is encrypted in Git", answer, { mayBeKept: () => false }],
])("an answer is not kept that %s", async (_, reply, changes) => {
  await open({ reply, ...changes }).ask("", ".luna", "x: x");
  expect(readdirSync(folder)).toEqual([]);
});

test("a damaged file, or one of another version, is as if it were not there", async () => {
  await open().ask("", ".luna", "x: x");
  const [name] = readdirSync(path.join(folder, "records"));
  const file = path.join(folder, "records", name!);
  const text = readFileSync(file, "utf8");
  for (const damaged of [
    text.slice(0, 40),
    text.slice(0, -20),
    "",
    text.replace('"version":1', '"version":0'),
    text.replace('["a.nix"]', "5"),
    text.replace('["trace: x"]', "[7]"),
    text.replace('"copies":{}', '"copies":null'),
    "{}\n{}",
  ]) {
    writeFileSync(file, damaged);
    const { ask, seen } = open();
    expect(await ask("", ".luna", "x: x")).toMatchObject({ value: { port: 80 } });
    expect(seen.evaluated).toBe(1);
  }
});

test("nobody else can read what is kept", async () => {
  await open().ask("", ".luna", "x: x");
  const records = path.join(folder, "records");
  const [name] = readdirSync(records);
  expect(statSync(records).mode & 0o777).toBe(0o700);
  expect(statSync(path.join(records, name!)).mode & 0o777).toBe(0o600);
});

test("a folder that is none, or that somebody removes, is as if nothing were kept", async () => {
  writeFileSync(path.join(folder, "records"), "");
  const { ask, seen } = open();
  expect(await ask("", ".luna", "x: x")).toMatchObject({ value: { port: 80 } });
  expect(seen.evaluated).toBe(1);

  const store = new RecordStore(path.join(folder, "others"), () => 0);
  store.write("a", "x");
  rmSync(path.join(folder, "others"), { recursive: true });
  store.prune();
});

test("what was not used for longest goes first when there is too much", () => {
  let now = 1000;
  const store = new RecordStore(folder, () => now);
  const large = "x".repeat(90 * 2 ** 20);
  for (const name of ["a", "b", "c"]) {
    store.write(name, large);
    store.touch(name);
    now += 1000;
  }
  store.touch("a");
  store.prune();
  expect(readdirSync(folder).toSorted()).toEqual(["a.json", "c.json"]);
});

test("a cache that is no folder is done without", async () => {
  writeFileSync(path.join(folder, "file"), "");
  const store = new RecordStore(path.join(folder, "file", "records"), () => 0);
  await open({ store }).ask("", ".luna", "x: x");
  const { ask, seen } = open({ store });
  await ask("", ".luna", "x: x");
  store.prune();
  expect(seen.evaluated).toBe(1);
});
