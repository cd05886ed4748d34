/** What is not to be written, whoever made it. */

import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import type { Repository } from "../../src/check/source/repository.ts";
import { carryOut } from "../../src/cli/grow/carry-out.ts";
import { fakeContext } from "./fake-context.ts";

test("a growth with a Nix file that cannot be read is a bug, and nothing is written", async () => {
  const root = mkdtempSync(path.join(tmpdir(), "nivose-carry-out-"));
  try {
    const context = fakeContext({ cwd: root });
    const files = new Map(
      Object.entries({ "a.nix": "{ a = ; }\n", "b.nix": "{ }\n" }).map(
        ([name, text]) => [name, { bytes: Buffer.from(text) }] as const,
      ),
    );
    const repository = { files: new Map(), read: () => undefined, isGit: false } as unknown as Repository;
    const growth = { title: "Add a", files, notes: [], next: [] };
    const flags = { dryRun: false, allowDirty: false, json: false };
    expect(await carryOut({ ok: true, growth }, repository, root, flags, context)).toBe(70);
    expect(context.stderr.text).toContain("[grow-unreadable]");
    expect(readdirSync(root)).toEqual([]);
  } finally {
    rmSync(root, { recursive: true });
  }
});
