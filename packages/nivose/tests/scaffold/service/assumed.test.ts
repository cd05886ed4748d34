/** What presets take for granted of their own founding fleets. */

import { expect, test } from "vitest";
import { assumedNotes } from "../../../src/scaffold/service/assumed.ts";
import { labOf, repositoryIn } from "../regrow/lab.ts";

test("a place for backups that nobody named is told, and not where it was named", async () => {
  const lab = repositoryIn(await labOf("homelab"));
  expect(assumedNotes("restic", [], lab)).toEqual([
    expect.stringMatching(/^'\w+\.services\.restic\.repository' is "sftp:.*" until the host says otherwise: where/u),
  ]);
  expect(assumedNotes("restic", ["repository=/srv"], lab)).toEqual([]);
  expect(assumedNotes("caddy", [], lab)).toEqual([]);
});
