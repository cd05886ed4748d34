/**
 * The repository is itself a flake. Here it is read by our own parser; whether it evaluates takes nixpkgs, which is
 * not part of the tests (see CONTRIBUTING).
 */

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "@nivose/nix/syntax";
import { expect, it } from "vitest";

const root = path.join(import.meta.dirname, "../../../..");
const files = ["flake.nix", ...readdirSync(path.join(root, "nix")).map((name) => `nix/${name}`)];

it.each(files)("%s is Nix to our parser", (file) => {
  expect(parse(readFileSync(path.join(root, file))).diagnostics).toEqual([]);
});

it("the lock file locks the one input that the flake has, by hash", () => {
  const lock = JSON.parse(readFileSync(path.join(root, "flake.lock"), "utf8")) as {
    nodes: Record<string, { locked?: Record<string, unknown>; original?: Record<string, unknown> }>;
  };
  expect(Object.keys(lock.nodes)).toEqual(["nixpkgs", "root"]);
  const { locked, original } = lock.nodes["nixpkgs"]!;
  const { owner, repo, ref } = original as { owner: string; repo: string; ref: string };
  expect(readFileSync(path.join(root, "flake.nix"), "utf8")).toContain(`"github:${owner}/${repo}/${ref}"`);
  expect(locked?.["rev"]).toMatch(/^[0-9a-f]{40}$/);
  expect(locked?.["narHash"]).toMatch(/^sha256-/);
});
