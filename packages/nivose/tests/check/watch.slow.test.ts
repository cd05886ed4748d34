/** `nivose check --watch` as a user runs it: what comes is told, and what goes. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { Sandbox } from "../cli/run-nivose.ts";

let sandbox: Sandbox;
beforeEach(() => (sandbox = new Sandbox()));
afterEach(() => sandbox.remove());

test("tells of findings that come, of those that go, and nothing twice", async () => {
  const file = path.join(sandbox.folder, "web.nix");
  writeFileSync(file, "{\n  environment.systemPackages = [ ];\n}\n");
  sandbox.run("git init -q && git add -A");
  const { child } = sandbox.start("exec nivose check --source --watch");
  onTestFinished(() => void child.kill());
  let text = "";
  const waiting: (() => void)[] = [];
  for (const stream of [child.stdout!, child.stderr!])
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      for (const look of waiting) look();
    });
  const told = (words: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => void (text.includes(words) && resolve());
      waiting.push(look);
      look();
    });
  await told("nothing found in 1 file");
  writeFileSync(file, "{\n  environment.systemPackages = [ helo ];\n}\n");
  await told("1 error in 1 file");
  // lines above it make it no other one
  writeFileSync(file, "{\n\n\n  environment.systemPackages = [ helo hallo ];\n}\n");
  await told("2 errors in 1 file");
  writeFileSync(file, "{\n  environment.systemPackages = [ ];\n}\n");
  await told("gone: undefined variable 'hallo' [undefined-variable] in web.nix");
  await told("gone: undefined variable 'helo' [undefined-variable] in web.nix");
  expect(text.match(/error: undefined variable 'helo'/gu)).toHaveLength(1);
});
