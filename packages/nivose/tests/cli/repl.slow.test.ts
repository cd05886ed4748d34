/** The interpreter, in a pipe and on a terminal. */

import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { needs } from "../needs.ts";
import { Sandbox } from "./run-nivose.ts";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
  writeFileSync(path.join(sandbox.folder, "set.nix"), "{ first = 1; second = { third = 3; }; }\n");
});
afterEach(() => sandbox.remove());

describe("in a pipe", () => {
  function results(input: string, words = ""): string {
    return sandbox.run(`nivose repl ${words}`, { input }).stdout;
  }

  test("prints results, and nothing else", () => {
    expect(results("x = 20\nx + 1\n:t x\n")).toBe("21\nan integer\n");
  });

  test("waits for the end of an expression", () => {
    expect(results('{\n  a = "${\n  "b"}";\n}\n(1 +\n\n2)\n')).toBe('{ a = "b"; }\n3\n');
  });

  test("does not wait for the end of what is wrong", () => {
    expect(results("a.b = 3\n1\nenvironment.packages = [ ];\n2\n1 2 ; 3\n3\n")).toBe("1\n2\n3\n");
  });

  test("takes files and sets into scope, and reads files again", () => {
    expect(results(":l set.nix\nfirst\n:a second\nthird\n:r\nfirst + second.third\nthird\n")).toBe("1\n3\n4\n");
    expect(results("first\n", "set.nix")).toBe("1\n");
  });

  test("goes on behind an error, and says what is wrong", () => {
    const { stdout, stderr, status } = sandbox.run("nivose repl", { input: 'throw "no"\n1\n:nope\n:b 1\n2 +\n' });
    expect(stdout).toBe("1\n");
    expect(stderr).toContain("error: no [evaluation-failed]");
    expect(stderr).toContain("unknown command ':nope' [unknown-repl-command]");
    expect(stderr).toContain("[unsupported-repl-command]");
    expect(stderr).toContain("unexpected end of file");
    expect(status).toBe(0);
  });

  test("shows the line that an error is in, not the one that asked", () => {
    const { stderr } = sandbox.run("nivose repl", { input: "f = x: 1 + x.y\nf { z = 1; }\n" });
    expect(stderr).toContain("x: 1 + x.y");
    expect(stderr).not.toContain("f { z = 1; }");
  });

  test("keeps no history", () => {
    results("1\n");
    expect(existsSync(path.join(sandbox.home, ".local/state/nivose/repl-history"))).toBe(false);
  });
});

/** Not endless, but nobody has waited for it. */
const endless =
  "let f = n: if n == 0 then 0 else f (n - 1); in builtins.foldl' (a: b: f 5000) 0 (builtins.genList (n: n) 1000000)";

describe.runIf(needs("script"))("on a terminal", () => {
  let child: ChildProcessWithoutNullStreams;
  let output = "";
  let changed: () => void = () => {};

  beforeEach(() => {
    output = "";
    child = spawn("script", ["-qec", "nivose repl", "/dev/null"], {
      cwd: sandbox.folder,
      env: { ...sandbox.environment, TERM: "xterm", NO_COLOR: "1" },
    });
    child.stdout.on("data", (data: Buffer) => {
      output += data.toString();
      changed();
    });
  });
  afterEach(() => void child.kill("SIGKILL"));

  /** Types, and waits until the text is shown behind what was shown before. */
  async function type(keys: string, wanted: string): Promise<string> {
    const before = output.length;
    child.stdin.write(keys);
    while (!output.slice(before).includes(wanted)) await new Promise<void>((resolve) => (changed = resolve));
    return output.slice(before);
  }

  async function leave(): Promise<void> {
    child.stdin.write("\u0004");
    await new Promise((resolve) => child.once("close", resolve));
  }

  test("prompts, completes, and remembers what was typed", async () => {
    await type("", "nivose> ");
    await type("value = { alpha = 7; }\r", "nivose> ");
    await type("valu\t", "value");
    await type(".al\t", ".alpha");
    await type(" + 1\r", "8");
    await type("[ 2\r", "        ");
    await type("]\r", "[ 2 ]");
    await leave();
    const history = path.join(sandbox.home, ".local/state/nivose/repl-history");
    expect(readFileSync(history, "utf8")).toBe("value = { alpha = 7; }\nvalue.alpha + 1\n[ 2\n]\n");
    expect(statSync(history).mode & 0o777).toBe(0o600);
  });

  test("ends an evaluation at Ctrl-C, and keeps the names", async () => {
    await type("", "nivose> ");
    await type("kept = 5\r", "nivose> ");
    await type(`builtins.trace "on" (${endless})\r`, "trace: on");
    expect(await type("\u0003", "nivose> ")).toContain("evaluation-interrupted");
    await type("kept + 1\r", "6");
    await leave();
  });

  test("forgets a line at Ctrl-C", async () => {
    await type("", "nivose> ");
    await type("( 1 + \r", "        ");
    await type("7", "7");
    await type("\u0003", "nivose> ");
    await type("40 + 2\r", "42");
    await leave();
  });
});
