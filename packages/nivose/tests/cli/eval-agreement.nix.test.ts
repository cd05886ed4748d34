/**
 * `nivose eval` and `nix-instantiate --eval` with the same words: the same bytes on standard output, and the same
 * verdict. The command lines are in a file, one a line; those behind `#` say where and why the two differ.
 */

import { spawn } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needs, realNix } from "../needs.ts";
import { bin, Sandbox } from "./run-nivose.ts";

const folder = path.join(import.meta.dirname, "eval-agreement");
const lines = readFileSync(path.join(folder, "command-lines.txt"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));

describe.runIf(needs("nix-2.26"))("agrees with nix-instantiate", () => {
  let sandbox: Sandbox;
  let ours: Map<string, string>;
  let theirs: Map<string, string>;

  beforeAll(async () => {
    sandbox = new Sandbox();
    cpSync(path.join(folder, "files"), sandbox.folder, { recursive: true, verbatimSymlinks: true });
    const nix = path.join(sandbox.folder, "..", "nix.sh");
    writeFileSync(nix, script("nix-instantiate --eval"));
    const nivose = path.join(sandbox.folder, "..", "nivose.sh");
    writeFileSync(nivose, script(`${process.execPath} ${bin} eval`));
    const environment = { ...process.env, NIVOSE_X: "x", NIX_PATH: "", HOME: "/root" };
    [ours, theirs] = await Promise.all([
      answers(["bash", nivose], { ...environment, NIX_PATH: "" }),
      answers([realNix(), "bash", nix], environment),
    ]);
  }, 300_000);

  afterAll(() => sandbox.remove());

  test.each(lines)("%s", (line) => {
    expect(ours.get(line)).toBe(theirs.get(line));
  });

  function answers([program, ...words]: readonly string[], env: NodeJS.ProcessEnv): Promise<Map<string, string>> {
    return new Promise((resolve) => {
      const child = spawn(program!, words, { cwd: sandbox.folder, env, stdio: ["ignore", "pipe", "ignore"] });
      let output = "";
      child.stdout.setEncoding("latin1").on("data", (text: string) => (output += text));
      child.on("close", () => {
        const parts = output.split(MARK);
        resolve(new Map(lines.map((line, index) => [line, parts[index] ?? "nothing"])));
      });
    });
  }
});

const MARK = "=-=-=";

/** All the command lines one after the other, each followed by its verdict and a mark. */
function script(command: string): string {
  const each = lines.map(
    (line) => `${command} ${line} </dev/null\n[ $? = 0 ] && echo "[fine" || echo "[failed"\nprintf '%s' '${MARK}'`,
  );
  return `${each.join("\n")}\n`;
}
