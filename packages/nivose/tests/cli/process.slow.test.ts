/** What only a real process shows: signals, pipes whose reader is gone, terminals. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { needs } from "../needs.ts";
import { bin, Sandbox } from "./run-nivose.ts";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
});
afterEach(() => sandbox.remove());

function write(name: string, text: string): void {
  writeFileSync(path.join(sandbox.folder, name), text);
}

describe("an interruption", () => {
  test("ends a command that waits for its input, and a shell shows it as 130", () => {
    const { stdout, stderr } = sandbox.run(`
      set -m
      mkfifo never; sleep 20 > never & writer=$!
      nivose parse - < never & sleep 1
      kill -INT %2; wait %2; echo $?
      kill $writer
    `);
    expect(stdout).toBe("130\n");
    expect(stderr).not.toContain("bug");
  });

  test("removes what the tour has put into the folder of temporary files", async () => {
    // nobody reads, so the tour waits in its middle
    const tour = spawn(process.execPath, [bin, "tour"], { cwd: sandbox.folder, env: sandbox.environment });
    const here = () => readdirSync(sandbox.top).filter((name) => name.startsWith("nivose-tour-"));
    while (here().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    tour.kill("SIGINT");
    const [status, signal] = await once(tour, "close");
    expect([status, signal]).toEqual([null, "SIGINT"]);
    expect(here()).toEqual([]);
  });
});

describe("a Node that runs no WebAssembly", () => {
  const env = { NODE_OPTIONS: "--jitless" };

  test.each(["nivose fmt --check a.nix", "nivose parse --check .", "nivose eval -E 1"])("ends %s", (line) => {
    // so many that several threads work on them
    for (let file = 0; file < 120; file++) write(`${file}.nix`, "{ a = 1; }\n");
    write("a.nix", "{ a = 1; }\n");
    const { stdout, stderr, status } = sandbox.run(line, { env });
    expect(stdout).toBe("");
    expect(stderr).toContain("[no-webassembly]");
    expect(stderr).not.toContain("bug");
    expect(status).toBe(3);
  });

  test("does all that reads no file of Nix", () => {
    expect(sandbox.run("nivose explain no-webassembly", { env }).status).toBe(0);
  });
});

describe("a reader that goes away", () => {
  test("does not keep files from being formatted", () => {
    for (let file = 0; file < 120; file++) write(`${file}.nix`, "{a=1;}\n");
    const { stdout, stderr } = sandbox.run("nivose fmt | true; echo ${PIPESTATUS[0]}");
    expect(stdout).toBe("0\n");
    expect(stderr).not.toContain("bug");
    for (let file = 0; file < 120; file++) {
      expect(readFileSync(path.join(sandbox.folder, `${file}.nix`), "utf8")).toBe("{ a = 1; }\n");
    }
  });

  test("ends --version and --help well", () => {
    expect(sandbox.run("set -o pipefail; nivose --version | true && nivose --help | true").status).toBe(0);
  });
});

describe("many files", () => {
  test("are worked on by several threads, and told of in their order", () => {
    for (let file = 100; file < 400; file++) write(`${file}.nix`, file % 50 === 0 ? "{ a = }\n" : "{ a=1; }\n");
    const check = sandbox.run("nivose parse --check .");
    expect(check.stdout.match(/\d+(?=\.nix)/gu)).toEqual(["100", "150", "200", "250", "300", "350"]);
    expect(check).toMatchObject({ status: 1, stderr: "6 errors in 6 of 300 files\n" });
    const list = sandbox.run("nivose fmt --check . 2> errors");
    const wanted = Array.from({ length: 300 }, (_, index) => 100 + index).filter((file) => file % 50 !== 0);
    expect(list.stdout).toBe(wanted.map((file) => `${file}.nix\n`).join(""));
  });

  test("can be formatted by several commands at once", () => {
    for (let file = 0; file < 8; file++) write(`${file}.nix`, "{ a=1; }\n");
    const { stdout, stderr } = sandbox.run(
      "git init -q .; for n in 0 1 2 3 4 5 6 7; do nivose fmt $n.nix & done; wait",
    );
    expect(stdout.split("\n").filter(Boolean).toSorted()).toEqual(
      Array.from({ length: 8 }, (_, file) => `${file}.nix`),
    );
    expect(stderr).not.toContain("error");
  });
});

describe("input", () => {
  test("of no kind is not waited for: without arguments a folder is formatted", () => {
    write("a.nix", "{a=1;}");
    expect(sandbox.run("nivose fmt --check < /dev/null").stdout).toBe("a.nix\n");
  });

  test("that is empty is no formatted file", () => {
    expect(sandbox.run("nivose fmt --check < empty; echo $?; nivose fmt < empty", { env: {} }).status).not.toBe(0);
    expect(sandbox.run(": > empty; nivose fmt --check < empty").stderr).toContain("unexpected end of file");
  });

  test("that is no UTF-8 comes out as it went in", () => {
    write("odd.nix", "");
    writeFileSync(path.join(sandbox.folder, "odd.nix"), Buffer.from('{a="\xff\xfe\xc0";}', "latin1"));
    sandbox.run("nivose fmt odd.nix; nivose fmt < odd.nix > sent.nix");
    const wanted = '{ a = "\xff\xfe\xc0"; }\n';
    expect(readFileSync(path.join(sandbox.folder, "odd.nix"), "latin1")).toBe(wanted);
    expect(readFileSync(path.join(sandbox.folder, "sent.nix"), "latin1")).toBe(wanted);
  });
});

describe("files that cannot be changed", () => {
  test.runIf(needs("ordinary-user"))("are told of, and none of the others is changed", () => {
    write("a.nix", "{a=1;}");
    const { stderr, status } = sandbox.run("mkdir d; echo '{b=1;}' > d/b.nix; chmod a-w d; nivose fmt; chmod u+w d");
    expect(status).toBe(0);
    expect(stderr).toContain("change-no-permission");
    expect(readFileSync(path.join(sandbox.folder, "a.nix"), "utf8")).toBe("{a=1;}");
  });

  test("are no reason to leave anything behind", () => {
    write("a.nix", "{a=1;}");
    sandbox.run("nivose fmt");
    expect(readdirSync(sandbox.folder)).toEqual(["a.nix"]);
  });
});

describe.runIf(needs("script"))("a terminal", () => {
  const inTerminal = (command: string): string =>
    sandbox.run(`script --quiet --return --command "stty cols 40; ${command}" /dev/null`, { input: "" }).stdout;

  test("is asked for its width and gets colours", () => {
    const help = inTerminal("nivose --help");
    expect(help).toContain("\u001b[1m");
    // oxlint-disable-next-line no-control-regex -- the colours are taken out
    const lines = help.replaceAll(/\u001b\[[0-9;]*m/gu, "").split(/\r?\n/u);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
  });

  test("gets no colours if the user wants none", () => {
    expect(inTerminal("NO_COLOR=1 nivose --help")).not.toContain("\u001b[");
    expect(inTerminal("nivose --color never --help")).not.toContain("\u001b[");
  });

  test("that has nothing typed into it is no input to format", () => {
    write("a.nix", "{a=1;}");
    expect(inTerminal("nivose fmt --check")).toContain("a.nix");
    expect(existsSync(path.join(sandbox.folder, "a.nix"))).toBe(true);
  });
});
