/** What comes from servers is locked as real Nix locks it, from the same server, byte for byte. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needs } from "../../../nivose/tests/needs.ts";
import { CaseFolder } from "../flake/support/flake-case.ts";
import { makeCertificate } from "./support/certificate.ts";
import { type Compared, compareLocks, type NetworkCase, outcomes, REFUSED } from "./support/compare-locks.ts";
import { archiveCases, forgeCases, refused, serveArchives, serveForges, TOKEN } from "./support/network-cases.ts";
import { randomArchive } from "./support/random-archives.ts";
import { TestServer } from "./support/server.ts";
import { testOptions } from "./support/network.ts";

const cases = [...archiveCases, ...forgeCases];

/** How many archives are made by chance, and from where on. */
const count = Number(process.env["NIVOSE_TEST_ARCHIVES"] ?? 8);
const seed = Number(process.env["NIVOSE_TEST_SEED"] ?? 1);
const byChance = Array.from({ length: count }, (_, index) => ({
  name: `archive ${seed + index} by chance`,
  inputs: `a = { url = "HTTP/chance-${seed + index}.tar"; flake = false; };`,
}));

describe.runIf(needs("nix-2.26", "git"))("Nix 2.26 locks", () => {
  const folders = new CaseFolder();
  let servers: readonly TestServer[] = [];
  let compared: Map<NetworkCase, Compared>;

  beforeAll(
    async () => {
      const certificate = makeCertificate(folders.top);
      const [plain, secure] = await Promise.all([TestServer.start(), TestServer.start(certificate)]);
      servers = [plain, secure];
      serveArchives(plain, folders.top);
      serveForges(secure);
      for (const index of byChance.keys()) plain.routes.set(`/chance-${seed + index}.tar`, randomArchive(seed + index));
      compared = await compareLocks([...cases, ...byChance], folders, {
        names: { HTTPS: secure.url, HTTP: plain.url, HOST: secure.host, FILES: folders.top },
        options: testOptions(path.join(folders.top, "cache"), {
          certificates: readFileSync(certificate.authority, "utf8"),
          attempts: 1,
          accessTokens: new Map([[secure.host, TOKEN]]),
        }),
        before: `export NIX_SSL_CERT_FILE=${certificate.authority}`,
        flags: `--access-tokens "${secure.host}=${TOKEN}"`,
      });
    },
    120_000 + count * 2000,
  );
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    folders.remove();
  });

  test.each(cases.map((each) => [each.name, each] as const))("%s", (name, each) => {
    const [ours, theirs] = outcomes(compared.get(each)!);
    expect(ours).toBe(theirs);
    expect(ours === REFUSED).toBe(refused.has(name));
  });

  test.each(byChance.map((each) => [each.name, each] as const))("%s", (_, each) => {
    const [ours, theirs] = outcomes(compared.get(each)!);
    expect(ours).toBe(theirs);
  });
});
