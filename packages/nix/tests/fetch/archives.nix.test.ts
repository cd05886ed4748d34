/** What comes from servers is locked as real Nix locks it, from the same server, byte for byte. */

import { readFileSync, existsSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needs } from "../../../nivose/tests/needs.ts";
import { lastError, runNixAside } from "../flake/support/both.ts";
import { CaseFolder, flake } from "../flake/support/flake-case.ts";
import { makeCertificate } from "./support/certificate.ts";
import { lockOverNetwork } from "./support/lock-over-network.ts";
import {
  archiveCases,
  forgeCases,
  type NetworkCase,
  serveArchives,
  serveForges,
  TOKEN,
} from "./support/network-cases.ts";
import { TestServer } from "./support/server.ts";
import { testOptions } from "./support/network.ts";

const cases = [...archiveCases, ...forgeCases];

describe.runIf(needs("nix-2.26", "git"))("Nix 2.26 locks", () => {
  const folders = new CaseFolder();
  let servers: readonly TestServer[] = [];
  const ours = new Map<NetworkCase, object>();
  const theirs = new Map<NetworkCase, object>();

  beforeAll(async () => {
    const certificate = makeCertificate(folders.top);
    const [plain, secure] = await Promise.all([TestServer.start(), TestServer.start(certificate)]);
    servers = [plain, secure];
    serveArchives(plain, folders.top);
    serveForges(secure);
    const written = cases.map(({ name, inputs }) => {
      const text = inputs.replaceAll("HTTPS", secure.url).replaceAll("HTTP", plain.url).replaceAll("HOST", secure.host);
      return { name, files: { "top/flake.nix": flake(text) } };
    });
    const places = written.map((each) => folders.make(each));
    const certificates = readFileSync(certificate.authority, "utf8");
    for (const [index, each] of cases.entries()) {
      const options = testOptions(path.join(folders.top, "cache"), {
        certificates,
        attempts: 1,
        accessTokens: new Map([[secure.host, TOKEN]]),
      });
      const locked = await lockOverNetwork(places[index]!, undefined, options);
      ours.set(each, "lock" in locked ? { lock: Buffer.from(locked.lock.text).toString() } : locked);
    }
    const trusted = `export NIX_SSL_CERT_FILE=${certificate.authority}`;
    const runs = await runNixAside(
      folders.top,
      places.map((folder) => ({
        folder,
        command: `${trusted}; nix flake lock --download-attempts 1 --access-tokens "${secure.host}=${TOKEN}" ./top`,
      })),
    );
    for (const [index, each] of cases.entries()) {
      const file = path.join(places[index]!, "top/flake.lock");
      const lock = existsSync(file) ? { lock: readFileSync(file, "utf8") } : { error: lastError(runs[index]!) };
      theirs.set(each, lock);
    }
  }, 120_000);
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    folders.remove();
  });

  test.each(cases.map((each) => [each.name, each] as const))("%s", (_, each) => {
    const [own, other] = [ours.get(each)!, theirs.get(each)!];
    if ("error" in own && "error" in other) return;
    expect(own).toEqual(other);
  });
});
