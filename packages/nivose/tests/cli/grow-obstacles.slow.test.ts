/** What the disk has in the way of a growth: it is told, and nothing is written. */

import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Sandbox } from "./run-nivose.ts";

const example = path.resolve(import.meta.dirname, "../../../../examples/homelab");

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox(example);
  sandbox.run("git init -q . && git add -A -f && git -c user.name=x -c user.email=x commit -qm x");
});
afterEach(() => sandbox.remove());

test.each([
  ["a file that is read-only", "chmod a-w fleet.nix", "add host nova", "grow-read-only"],
  ["a file that is to go and is read-only", "chmod a-w shells/python.nix", "remove shell python", "grow-read-only"],
  ["the lock of Git", "touch .git/index.lock", "add host nova", "grow-git-at-work"],
  [
    "a link in the place of the inventory",
    "mv fleet.nix f.nix && ln -s f.nix fleet.nix",
    "add host nova",
    "grow-unfit",
  ],
])("%s", (_, before, command, code) => {
  const { stderr, status, stdout } = sandbox.run(
    `${before}; git status --short > ../before; nivose ${command} --allow-dirty; s=$?; git status --short > ../after; cmp ../before ../after && exit $s`,
  );
  expect(stderr).toContain(`[${code}]`);
  expect(stdout).toBe("");
  expect(status).toBe(1);
});

test("a fleet in a folder of a repository grows there, and is as before without what was added", () => {
  const { stdout, stderr, status } = sandbox.run(`
    rm -rf .git; mkdir lab; mv $(ls -A | grep -vx lab) lab; git init -q . && git add -A -f && git -c user.name=x -c user.email=x commit -qm x
    nivose add host nova --flake lab > /dev/null && cd lab && nivose add role kiosk --allow-dirty > /dev/null &&
    git status --short . | cut -c4- && nivose remove role kiosk --allow-dirty > /dev/null && nivose remove host nova --allow-dirty > /dev/null &&
    git status --short`);
  expect({ status, stderr }).toMatchObject({ status: 0 });
  expect(stdout.split("\n").filter((line) => line.includes("hosts/"))).toContain("hosts/nova/default.nix");
  expect(stdout.split("\n").at(-1)).toBe("");
  expect(stdout.split("\n").filter((line) => /^.[MAD?]/u.test(line))).toEqual([]);
});
