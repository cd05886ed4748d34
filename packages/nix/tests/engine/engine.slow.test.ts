/** Evaluations as promises: what stops them, and what they leave to each other. */

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BuiltEngine, buildEngine, requestOf, resultOf } from "./built-engine.ts";

let built: BuiltEngine;
let engine: BuiltEngine["engine"];

beforeAll(async () => {
  built = await buildEngine();
  ({ engine } = built);
});

afterAll(() => built.remove());

/** Ever slower, and with hardly any memory. */
const ENDLESS = "builtins.genericClosure { startSet = [ { key = 0; } ]; operator = x: [ { key = x.key - 1; } ]; }";

/** Fills memory with texts, not with values. */
const GROWING = 'builtins.deepSeq (builtins.genList (x: builtins.hashString "sha256" (toString x)) 1000000) 1';

test("the heap is known to the file that evaluates, and to no other", () => {
  const folder = path.dirname(built.file);
  const texts = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), "utf8"));
  const evaluating = texts.filter((text) => /^const heap = new Int32Array/m.test(text));
  expect(evaluating).toHaveLength(1);
  expect(evaluating[0]).not.toMatch(/^export \{.*\bheap\b/m);
});

describe("one evaluation", () => {
  test("gives its value, and before it what it traces", async () => {
    const lines: string[] = [];
    const reply = await engine.evaluate(requestOf('builtins.trace "first" (builtins.trace "second" 3)'), {
      onTrace: (line) => lines.push(line),
    });
    expect([...lines, resultOf(reply)]).toEqual(["trace: first", "trace: second", "3"]);
  });

  test("goes deep", async () => {
    const text = "let f = n: if n == 0 then 0 else 1 + f (n - 1); in f 100000";
    expect(resultOf(await engine.evaluate(requestOf(text, { maxCallDepth: 1_000_000 })))).toBe("100000");
  });

  test("that takes too long is a failure", async () => {
    expect(resultOf(await engine.evaluate(requestOf(ENDLESS), { time: 50 }))).toBe("time-limit");
  });

  test("that fills its memory is a failure", async () => {
    const memory = { heapBytes: 2 ** 22 };
    expect(resultOf(await engine.evaluate(requestOf("builtins.genList (x: x) 5000000"), { memory }))).toBe(
      "memory-limit",
    );
  });

  test("has what its memory says, however little", async () => {
    const memory = { heapBytes: 2 ** 22 };
    expect(
      resultOf(await engine.evaluate(requestOf("builtins.length (builtins.genList (x: x) 1000)"), { memory })),
    ).toBe("1000");
  });

  test("is stopped by a signal", async () => {
    const controller = new AbortController();
    const reply = engine.evaluate(requestOf(ENDLESS), { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("enough")), 50);
    await expect(reply).rejects.toThrow("enough");
    await expect(engine.evaluate(requestOf("1"), { signal: controller.signal })).rejects.toThrow("enough");
  });
});

describe("a thread that was started ahead", () => {
  const ahead = (): void => engine.startAhead({ cache: undefined, now: 0 });

  test("answers the first request as any other would", async () => {
    const request = requestOf("[ builtins.currentSystem (map (x: x + 1) [ 1 2 ]) ]", {
      strict: true,
      settings: { currentSystem: "other" },
    });
    ahead();
    expect(resultOf(await engine.evaluate(request))).toBe('[ "other" [ 2 3 ] ]');
    expect(resultOf(await engine.evaluate(request))).toBe('[ "other" [ 2 3 ] ]');
  });

  test("is not for those who limit its memory", async () => {
    ahead();
    const memory = { heapBytes: 2 ** 22 };
    const reply = await engine.evaluate(requestOf("builtins.genList (x: x) 5000000"), { memory });
    expect(resultOf(reply)).toBe("memory-limit");
  });

  test("keeps no process alive that does not need it", () => {
    const script = `
      const { startAhead } = await import(${JSON.stringify(built.file)});
      startAhead({ cache: undefined, now: 0 });
    `;
    const { status } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { timeout: 30_000 });
    expect(status).toBe(0);
  });

  test("leaves code where the request keeps it", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "nivose-ahead-"));
    try {
      const cache = { folder: path.join(folder, "units") };
      engine.startAhead({ cache, now: 1_000_000_000 });
      expect(resultOf(await engine.evaluate(requestOf("1 + 1", { cache })))).toBe("2");
      expect(readdirSync(cache.folder).filter((name) => name.endsWith(".units"))).toHaveLength(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("a session", () => {
  test("sees files as they are when it is asked", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "nivose-session-"));
    const file = path.join(folder, "a.nix");
    const session = new engine.EvaluationSession();
    try {
      const request = requestOf(`import ${file}`);
      writeFileSync(file, "1");
      expect(resultOf(await session.evaluate(request))).toBe("1");
      writeFileSync(file, "2");
      expect(resultOf(await session.evaluate(request))).toBe("2");
      expect(resultOf(await session.evaluate({ ...request, settings: { currentSystem: "other" } }))).toBe("2");
    } finally {
      await session.end();
      rmSync(folder, { recursive: true });
    }
  });

  test("goes on after an evaluation that was stopped", async () => {
    const session = new engine.EvaluationSession();
    const replies = await Promise.all([
      session.evaluate(requestOf(ENDLESS), { time: 50 }),
      session.evaluate(requestOf("builtins.genList (x: x) 1000000000")),
      session.evaluate(requestOf("1 + 1")),
    ]);
    await session.end();
    expect(replies.map(resultOf)).toEqual(["time-limit", "memory-limit", "2"]);
  });
});

describe("a pool", () => {
  test("evaluates several at once, and each is limited by itself", async () => {
    const pool = new engine.EvaluationPool({ processes: 2, memory: { textBytes: 2 ** 25 } });
    try {
      const replies = await Promise.all([
        pool.evaluate(requestOf("1 + 1")),
        pool.evaluate(requestOf(ENDLESS), { time: 50 }),
        pool.evaluate(requestOf(GROWING)),
        pool.evaluate(requestOf('throw "no"')),
        pool.evaluate(requestOf("2 + 2")),
      ]);
      expect(replies.map(resultOf)).toEqual(["2", "time-limit", "memory-limit", "no", "4"]);
    } finally {
      await pool.end();
    }
  });

  test("that has ended evaluates nothing more", async () => {
    const pool = new engine.EvaluationPool({ processes: 1 });
    const replies = Promise.allSettled([pool.evaluate(requestOf(ENDLESS)), pool.evaluate(requestOf("1"))]);
    await pool.end();
    expect((await replies).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });

  test.runIf(existsSync("/proc/self/task"))("replaces a process that dies, once", async () => {
    const pool = new engine.EvaluationPool({ processes: 1 });
    try {
      expect(resultOf(await pool.evaluate(requestOf("1")))).toBe("1");
      const reply = pool.evaluate(requestOf(ENDLESS));
      const first = await evaluationProcess(process.pid);
      process.kill(first, "SIGKILL");
      const second = await evaluationProcess(process.pid, first);
      process.kill(second, "SIGKILL");
      expect(resultOf(await reply)).toBe("evaluator-died");
    } finally {
      await pool.end();
    }
  });

  test.runIf(existsSync("/proc/self/task"))("leaves no process behind when its own is killed", async () => {
    const script = `
      const { EvaluationPool } = await import(${JSON.stringify(built.file)});
      void new EvaluationPool({ processes: 1 }).evaluate(${requestText(ENDLESS)});
    `;
    const parent = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "ignore" });
    const child = await evaluationProcess(parent.pid!);
    parent.kill("SIGKILL");
    await once(parent, "exit");
    await expect.poll(() => existsSync(`/proc/${child}/exe`), { timeout: 10_000 }).toBe(false);
  });
});

/** A request as JavaScript. */
function requestText(text: string): string {
  const { expression, ...more } = requestOf("");
  const bytes = `Buffer.from(${JSON.stringify(text)})`;
  return `{ ...${JSON.stringify(more)}, expression: { ...${JSON.stringify(expression)}, text: ${bytes} } }`;
}

/** The id of the process that a process has started to evaluate, once there is one. */
async function evaluationProcess(parent: number, notThis?: number): Promise<number> {
  const children = (): number[] =>
    spawnSync("pgrep", ["-P", String(parent), "-f", "evaluation.process.js"], { encoding: "utf8" })
      .stdout.split("\n")
      .filter(Boolean)
      .map(Number)
      .filter((id) => id !== notThis);
  await expect.poll(() => children().length, { timeout: 10_000 }).toBeGreaterThan(0);
  return children()[0]!;
}
