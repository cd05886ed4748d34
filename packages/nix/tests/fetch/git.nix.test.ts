/** Git repositories on servers are locked as real Nix locks them, byte for byte. */

import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needs } from "../../../nivose/tests/needs.ts";
import { CaseFolder, gitEnvironment } from "../flake/support/flake-case.ts";
import { type Compared, compareLocks, type NetworkCase, outcomes, REFUSED } from "./support/compare-locks.ts";
import { gitCases, makeRepositories, refusedRepositories } from "./support/git-cases.ts";
import { testOptions } from "./support/network.ts";
import { TestServer } from "./support/server.ts";

describe.runIf(needs("nix-2.26", "git"))("Nix 2.26 locks", () => {
  const folders = new CaseFolder();
  const repositories = path.join(folders.top, "repositories");
  let server: TestServer;
  let compared: Map<NetworkCase, Compared>;

  beforeAll(async () => {
    server = await TestServer.start();
    server.repositories = repositories;
    mkdirSync(repositories);
    const commits = makeRepositories(repositories, `${server.url}/git`);
    // it goes to the same machine, whichever is named
    const ssh = path.join(folders.top, "ssh");
    writeFileSync(ssh, '#!/bin/sh\nfor command; do :; done\nexec sh -c "$command"\n');
    chmodSync(ssh, 0o755);
    compared = await compareLocks(gitCases, folders, {
      names: { HTTP: `${server.url}/git`, SSH: `ssh://git@localhost${repositories}`, FILES: repositories, ...commits },
      options: testOptions(path.join(folders.top, "cache"), {}, { environment: { ...gitEnvironment, GIT_SSH: ssh } }),
      before: `export GIT_SSH=${ssh} GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0='*'`,
    });
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    folders.remove();
  });

  test.each(gitCases.map((each) => [each.name, each] as const))("%s", (name, each) => {
    const [ours, theirs] = outcomes(compared.get(each)!);
    expect(ours).toBe(theirs);
    expect(ours === REFUSED).toBe(refusedRepositories.has(name));
  });
});
