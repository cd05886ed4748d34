import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { openPacks } from "../../src/eval/code/cache/pack.ts";
import { digestOf, UnitCache } from "../../src/eval/code/cache/unit-cache.ts";
import { compile } from "../../src/eval/code/compile.ts";
import type { FileStat } from "../../src/eval/files/files.ts";
import { placeOfCode } from "../../src/eval/code/link.ts";
import { loadKept } from "../../src/eval/code/load.ts";
import { evaluate } from "../../src/eval/machine/machine.ts";
import { showResult } from "../../src/eval/errors/show.ts";
import { symbols } from "../../src/eval/memory/strings.ts";
import type { Unit } from "../../src/eval/code/unit.ts";
import { installBuiltins } from "../../src/builtins/index.ts";
import { forceDeep } from "../../src/builtins/control.ts";
import { type EvalRequest, forgetValues, keepCompiled, runEvaluation } from "../../src/evaluation.ts";
import { parse } from "../../src/syntax/parser.ts";

installBuiltins();
const root = mkdtempSync(path.join(tmpdir(), "nivose-units-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folder = "";
let number = 0;
beforeEach(() => {
  folder = path.join(root, String(number++), "0123456789abcdef");
});

const text =
  '{ a ? 1, ... }: let x = "s${toString a}"; in rec { inherit x; y = ./file.nix; z = [ 1.5 9223372036854775807 "é" ]; n = map (i: i + a) [ 1 2 ]; }';

function unitOf(source: string): Unit {
  return compile(parse(Buffer.from(source)), symbols)!;
}

const old: FileStat = { type: "regular", size: 1, modified: 1000, changed: 1000, number: 7, device: 1 };

function cacheAt(now = 1_000_000): UnitCache {
  return new UnitCache({ folder, now }, symbols);
}

function shown(cache: UnitCache, file: string, stat: FileStat, content: string): string | undefined {
  const kept = cache.find(file, stat, () => digestOf(Buffer.from(content)));
  if (kept === undefined) return undefined;
  const source = { name: file, isFile: true, folder: path.dirname(file), bytes: () => Buffer.from(content) };
  const code = loadKept(kept, source, content.length);
  return code === undefined ? "unreadable" : showResult(forceDeep(evaluate(code, 0)));
}

function keep(content = text, stat = old, now?: number): void {
  const cache = cacheAt(now);
  cache.add("/a/b.nix", stat, digestOf(Buffer.from(content)), unitOf(content));
  cache.save();
}

describe("compiled files that are kept", () => {
  const called = `(${text}) { a = 2; }`;

  it("mean what they meant", () => {
    keep(called);
    expect(shown(cacheAt(), "/a/b.nix", old, called)).toBe(
      '{ n = [ 3 4 ]; x = "s2"; y = /a/file.nix; z = [ 1.5 9223372036854775807 "é" ]; }'.replaceAll(
        "é",
        "\u00c3\u00a9",
      ),
    );
  });

  it("are found by what stat says, without a look into the file", () => {
    keep("1 + 1");
    const cache = cacheAt();
    const unread = (): never => {
      throw new Error("read");
    };
    expect(cache.find("/a/b.nix", old, unread)).toBeDefined();
    expect(() => cache.find("/a/b.nix", { ...old, modified: 2000 }, unread)).toThrow("read");
  });

  it("have no places any more if the file is none of Nix by the time that they are asked for", () => {
    keep("1 + 1");
    const kept = cacheAt().find("/a/b.nix", old, () => digestOf(Buffer.from("1 + 1")))!;
    const source = { name: "/a/b.nix", isFile: true, folder: "/a", bytes: () => Buffer.from("{ a = ;") };
    const code = loadKept(kept, source, 5)!;
    expect(placeOfCode(code)).toBeUndefined();
    expect(showResult(forceDeep(evaluate(code, 0)))).toBe("2");
  });

  it("are found by their content if stat says something else, and under another name", () => {
    keep("1 + 1");
    const changed = { ...old, modified: 2000 };
    expect(shown(cacheAt(), "/a/b.nix", changed, "1 + 1")).toBe("2");
    expect(shown(cacheAt(), "/a/b.nix", changed, "1 + 2")).toBeUndefined();
    expect(shown(cacheAt(), "/other/place.nix", old, "1 + 1")).toBe("2");
  });

  it("are not trusted by what stat says if the file was too young to tell", () => {
    keep("1 + 1", old, 2);
    expect(shown(cacheAt(), "/a/b.nix", old, "1 + 2")).toBeUndefined();
  });

  it("are as if they were not there once a byte is wrong", () => {
    keep("1 + 1");
    const [name] = readdirSync(folder);
    const file = path.join(folder, name!);
    const bytes = readFileSync(file);
    for (let at = 0; at < bytes.length; at++) {
      const damaged = Buffer.from(bytes);
      damaged[at]! ^= 1 << (at % 8);
      writeFileSync(file, damaged);
      expect([undefined, "unreadable", "2"]).toContain(shown(cacheAt(), "/a/b.nix", old, "1 + 1"));
    }
    for (let size = 0; size < bytes.length; size += 7) {
      writeFileSync(file, bytes);
      truncateSync(file, size);
      expect([undefined, "unreadable"]).toContain(shown(cacheAt(), "/a/b.nix", old, "1 + 1"));
    }
  });

  it("become one pack when there are many", () => {
    for (let round = 0; round < 9; round++) {
      const cache = cacheAt();
      const content = `${round} * 10`;
      expect(cache.find(`/f${round}.nix`, old, () => digestOf(Buffer.from(content)))).toBeUndefined();
      cache.add(`/f${round}.nix`, old, digestOf(Buffer.from(content)), unitOf(content));
      cache.save();
    }
    expect(openPacks(folder).length).toBeLessThan(6);
    for (let round = 0; round < 9; round++) {
      expect(shown(cacheAt(), `/f${round}.nix`, old, `${round} * 10`)).toBe(String(round * 10));
    }
  });
});

describe("a cache that has seen a file", () => {
  it("does not open a way to it that is closed", () => {
    const top = path.join(root, "closed");
    mkdirSync(path.join(top, "allowed"), { recursive: true });
    mkdirSync(path.join(top, "secret"));
    writeFileSync(path.join(top, "secret/s.nix"), '"secret"');
    symlinkSync("../secret", path.join(top, "allowed/link"));
    const evaluated = (restricted: boolean): string => {
      const request: EvalRequest = {
        expression: { kind: "text", text: Buffer.from("import ./allowed/link/s.nix"), name: "test", folder: top },
        selections: [""],
        args: [],
        output: "value",
        strict: true,
        location: false,
        cache: { folder },
        settings: { currentTime: 4_000_000_000, restricted, allowedPaths: [path.join(top, "allowed")] },
      };
      forgetValues();
      const reply = runEvaluation(request, () => {});
      keepCompiled(request);
      return reply.ok ? reply.output.trim() : reply.failure.kind;
    };
    expect(evaluated(true)).toBe("restricted");
    expect(evaluated(false)).toBe('"secret"');
    expect(evaluated(true)).toBe("restricted");
  });

  it("keeps nothing of a file that Git keeps encrypted", () => {
    const top = path.join(root, "encrypted");
    mkdirSync(top);
    execFileSync("git", ["init", "--quiet", top]);
    writeFileSync(path.join(top, ".gitattributes"), "secret.nix filter=git-crypt\n");
    writeFileSync(path.join(top, "secret.nix"), '"in clear"');
    writeFileSync(path.join(top, "plain.nix"), '"as it is: ${import ./secret.nix}"');
    const request: EvalRequest = {
      expression: { kind: "file", path: path.join(top, "plain.nix") },
      selections: [""],
      args: [],
      output: "value",
      strict: true,
      location: false,
      cache: { folder },
      settings: { currentTime: 4_000_000_000, environment: { PATH: process.env["PATH"] ?? "" } },
    };
    forgetValues();
    expect(runEvaluation(request, () => {})).toMatchObject({ ok: true, output: '"as it is: in clear"\n' });
    keepCompiled(request);
    const kept = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), "latin1"));
    expect(kept.join("")).toContain("as it is: ");
    expect(kept.join("")).not.toContain("in clear");
  });

  it("waits for no pipe that lies among the packs", () => {
    keep("1 + 1");
    execFileSync("mkfifo", [path.join(folder, "zz.units")]);
    expect(shown(cacheAt(), "/a/b.nix", old, "1 + 1")).toBe("2");
  });

  it("takes no unit for that of another file", () => {
    keep("1 + 1");
    const [name] = readdirSync(folder);
    const bytes = readFileSync(path.join(folder, name!));
    rmSync(folder, { recursive: true });
    keep("1 + 2");
    const [other] = readdirSync(folder);
    const file = path.join(folder, other!);
    const mixed = readFileSync(file);
    const endOfUnit = Number.parseInt(mixed.subarray(-24).toString("latin1"), 10);
    expect(Number.parseInt(bytes.subarray(-24).toString("latin1"), 10)).toBe(endOfUnit);
    bytes.copy(mixed, 0, 0, endOfUnit);
    writeFileSync(file, mixed);
    expect(shown(cacheAt(), "/a/b.nix", old, "1 + 2")).toBe("unreadable");
  });
});

describe("a feature that changes the syntax", () => {
  it("leaves nothing behind for evaluations without it", () => {
    const file = path.join(root, "piped.nix");
    writeFileSync(file, "1 |> (x: x + 1)");
    const evaluated = (features: readonly string[], name: string): string => {
      const request: EvalRequest = {
        expression: { kind: "text", text: Buffer.from(`import ${root}/${name}`), name: "test", folder: root },
        selections: [""],
        args: [],
        output: "value",
        strict: true,
        location: false,
        cache: { folder },
        settings: { currentTime: 4_000_000_000, experimentalFeatures: new Set(features) },
      };
      const reply = runEvaluation(request, () => {});
      keepCompiled(request);
      return reply.ok ? reply.output.trim() : reply.failure.kind;
    };
    expect(evaluated(["pipe-operators"], "piped.nix")).toBe("2");
    copyFileSync(file, path.join(root, "again.nix"));
    expect(evaluated([], "again.nix")).toBe("syntax");
    writeFileSync(path.join(root, "url.nix"), "http://a.b");
    expect(evaluated([], "url.nix")).toBe('"http://a.b"');
    expect(evaluated(["no-url-literals"], "url.nix")).toBe("syntax");
  });
});

describe("folders of packs beside each other", () => {
  it("lose their packs, the oldest first, and nothing else", () => {
    const around = path.dirname(folder);
    for (const [index, name] of ["aaaaaaaaaaaaaaa0", "aaaaaaaaaaaaaaa1", "aaaaaaaaaaaaaaa2", "mine"].entries()) {
      mkdirSync(path.join(around, name), { recursive: true });
      writeFileSync(path.join(around, name, "x.units"), "");
      utimesSync(path.join(around, name), index + 1, index + 1);
    }
    copyFileSync(path.join(around, "mine/x.units"), path.join(around, "precious.txt"));
    writeFileSync(path.join(around, "aaaaaaaaaaaaaaa0/precious.txt"), "");
    writeFileSync(path.join(around, "aaaaaaaaaaaaaaa0/y.units.new"), "");
    utimesSync(path.join(around, "aaaaaaaaaaaaaaa0"), 1, 1);
    keep("1");
    expect(readdirSync(around).toSorted()).toEqual([
      "0123456789abcdef",
      "aaaaaaaaaaaaaaa0",
      "aaaaaaaaaaaaaaa1",
      "aaaaaaaaaaaaaaa2",
      "mine",
      "precious.txt",
    ]);
    expect(readdirSync(path.join(around, "aaaaaaaaaaaaaaa0"))).toEqual(["precious.txt"]);
    expect(readdirSync(path.join(around, "mine"))).toEqual(["x.units"]);
  });
});
