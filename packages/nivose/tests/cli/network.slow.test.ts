/** The verbs that use a network, as users run them, against a server of the test's own. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Certificate, makeCertificate } from "../../../nix/tests/fetch/support/certificate.ts";
import { TestServer } from "../../../nix/tests/fetch/support/server.ts";
import { tar } from "../../../nix/tests/fetch/support/tarballs.ts";
import { needs } from "../needs.ts";
import { type Finished, Sandbox } from "./run-nivose.ts";

describe.runIf(needs("openssl"))("the network", () => {
  let own: Sandbox;
  let certificate: Certificate;
  let sandbox: Sandbox;
  let plain: TestServer;
  let secure: TestServer;
  beforeAll(async () => {
    own = new Sandbox();
    certificate = makeCertificate(own.top);
    [plain, secure] = await Promise.all([TestServer.start(), TestServer.start(certificate)]);
  });
  afterAll(async () => {
    await Promise.all([plain.stop(), secure.stop()]);
    own.remove();
  });
  beforeEach(() => {
    sandbox = new Sandbox();
    for (const server of [plain, secure]) {
      server.routes.clear();
      server.requests.length = 0;
    }
  });
  afterEach(() => sandbox.remove());

  const archive = (number: number): Buffer =>
    tar([
      {
        path: "top/flake.nix",
        content: `{ outputs = _: { number = ${number}; }; }`,
        modified: 1_700_000_000 + number * 86_400,
      },
    ]);
  const write = (inputs: string, body = "{ number = a.number; }"): void => {
    writeFileSync(
      path.join(sandbox.folder, "flake.nix"),
      `{ inputs = { ${inputs} }; outputs = { self, a }: ${body}; }`,
    );
  };
  const run = (script: string, env: Record<string, string> = {}): Promise<Finished> => sandbox.start(script, env).end;
  /** What differs from run to run is left out. */
  const told = ({ stdout, stderr, status }: Finished): string =>
    `${stdout}${stderr}${status}`
      .replaceAll(plain.host, "PLAIN")
      .replaceAll(secure.host, "SECURE")
      .replaceAll(/sha256-[\w%+/=]+/gu, "HASH");
  const sources = (): string[] => {
    const folder = path.join(sandbox.home, ".cache/nivose/sources");
    return existsSync(folder) ? readdirSync(folder) : [];
  };

  test("lock, evaluate, update, and fetch what was lost", async () => {
    plain.routes.set("/a.tar", archive(1));
    write(`a.url = "${plain.url}/a.tar";`);
    expect(told(await run("nivose eval .#number"))).toContain("'nivose lock' locks it");
    expect(plain.requests).toEqual([]);
    expect(told(await run("nivose lock --check"))).toBe(
      "• Added input 'a':\n    'http://PLAIN/a.tar?narHash=HASH' (2023-11-15)\n1",
    );
    expect(existsSync(path.join(sandbox.folder, "flake.lock"))).toBe(false);
    expect(told(await run("nivose lock && nivose eval .#number"))).toBe(
      "• Added input 'a':\n    'http://PLAIN/a.tar?narHash=HASH' (2023-11-15)\n1\n0",
    );
    plain.routes.set("/a.tar", archive(2));
    expect(told(await run("nivose lock --update a"))).toBe(
      "• Updated input 'a':\n    'http://PLAIN/a.tar?narHash=HASH' (2023-11-15)\n  → 'http://PLAIN/a.tar?narHash=HASH' (2023-11-16)\n0",
    );
    expect(told(await run("rm -r ~/.cache; nivose eval .#number"))).toContain("'nivose fetch' fetches it");
    expect(told(await run("nivose fetch --input a && nivose fetch && nivose eval .#number"))).toBe(
      "• Fetched input 'a':\n    'http://PLAIN/a.tar?narHash=HASH'\n2\n1 source was fetched\n1 source is at hand\n0",
    );
  });

  test("a source that has changed behind its lock file is refused", async () => {
    plain.routes.set("/a.tar", archive(1));
    write(`a.url = "${plain.url}/a.tar";`);
    await run("nivose lock");
    plain.routes.set("/a.tar", archive(2));
    expect(told(await run("rm -r ~/.cache; nivose fetch")).replaceAll(/\s+/gu, " ")).toContain(
      "error: input 'a': NAR hash mismatch in input 'http://PLAIN/a.tar', expected 'HASH' but got 'HASH' [source-hash-mismatch]",
    );
    expect(sources()).toEqual([]);
  });

  test("a flake that is somewhere else is fetched by its name, and evaluated by the one that it has then", async () => {
    plain.routes.set("/a.tar", archive(1));
    const { stdout } = await run(`nivose fetch ${plain.url}/a.tar`);
    const [, url] = /^• Fetched the flake:\n {4}'(.*)'\n$/u.exec(stdout)!;
    expect(told(await run(`nivose eval '${url}#number'`))).toBe("1\n0");
  });

  test("tokens and certificates are those of Nix, and told to nobody else", async () => {
    const rev = "1".repeat(40);
    const api = "/api/v3/repos/o/r";
    secure.routes.set(`${api}/commits/HEAD`, JSON.stringify({ sha: rev }));
    secure.routes.set(`${api}/tarball/${rev}`, { status: 302, headers: { location: `${plain.url}/a.tar` } });
    plain.routes.set("/a.tar", archive(1));
    write(`a = { type = "github"; owner = "o"; repo = "r"; host = "${secure.host}"; };`);
    const env = {
      NIX_SSL_CERT_FILE: certificate.authority,
      NIX_CONFIG: `extra-access-tokens = ${secure.host}=hidden-token`,
    };
    const finished = await run("nivose lock && grep -r hidden-token . ~; nivose eval .#number", env);
    expect(told(finished)).toBe(`• Added input 'a':\n    'github:o/r/${rev}?narHash=HASH' (2023-11-15)\n1\n0`);
    expect(secure.requests.map(({ headers }) => headers.authorization)).toEqual([
      "token hidden-token",
      "token hidden-token",
    ]);
    expect(JSON.stringify(plain.requests)).not.toContain("hidden-token");
    secure.routes.clear();
    expect(told(await run("nivose lock --update-all", env)).replaceAll(/\s+/gu, " ")).toContain(
      "HTTP error 404 [download-not-found] hint: it does not exist, or is private: 'access-tokens = SECURE=…' in nix.conf gives access",
    );
    expect(told(await run("nivose lock --update-all"))).toContain("[certificate-not-trusted]");
    expect(told(await run("nivose lock --update-all", { SSL_CERT_FILE: "/nowhere" }))).toContain(
      "[bad-certificate-file]",
    );
  });

  test("names are looked up in the global registry, which is a file on a server", async () => {
    const to = { type: "tarball", url: `${plain.url}/a.tar` };
    plain.routes.set(
      "/registry.json",
      JSON.stringify({ version: 2, flakes: [{ from: { type: "indirect", id: "a" }, to }] }),
    );
    plain.routes.set("/a.tar", archive(1));
    write("");
    const flag = `--flake-registry ${plain.url}/registry.json`;
    expect(told(await run(`nivose lock ${flag} && nivose eval .#number`))).toBe(
      "• Added input 'a':\n    'http://PLAIN/a.tar?narHash=HASH' (2023-11-15)\n1\n0",
    );
    write('a.url = "unheard-of";');
    expect(told(await run(`nivose lock ${flag}`))).toContain(
      "cannot find flake 'flake:unheard-of' in the flake registries",
    );
    expect(told(await run("nivose lock --flake-registry ''"))).toContain("cannot find flake 'flake:unheard-of'");
  });

  test("what takes longer than a second is told of", async () => {
    const body = archive(1);
    plain.routes.set("/a.tar", (_, response) => {
      response.writeHead(200, { "content-length": body.length });
      response.write(body.subarray(0, 100));
      setTimeout(() => response.end(body.subarray(100)), 2200);
    });
    write(`a.url = "${plain.url}/a.tar";`);
    expect(told(await run("nivose lock"))).toContain("downloading 'http://PLAIN/a.tar': 1 kB of 3 kB\n");
  });

  test("two processes fetch the same at once", async () => {
    const body = archive(1);
    plain.routes.set("/a.tar", (_, response) => void setTimeout(() => response.end(body), 100));
    write(`a.url = "${plain.url}/a.tar";`);
    await run("nivose lock && rm -r ~/.cache");
    const finished = await run("nivose fetch & nivose fetch & wait; nivose eval .#number");
    expect(finished.stdout.match(/Fetched/gu)).toHaveLength(2);
    expect([told(finished).slice(-1), sources().filter((name) => name !== "hashes")]).toEqual([
      "0",
      [expect.any(String)],
    ]);
  });

  test("Git trusts the same certificates", async () => {
    secure.repositories = sandbox.home;
    const make =
      "git init --quiet -b main r && cd r && echo '{ outputs = _: { number = 3; }; }' >flake.nix && git add . && git commit --quiet -m one";
    const env = {
      NIX_SSL_CERT_FILE: certificate.authority,
      GIT_AUTHOR_NAME: "a",
      GIT_AUTHOR_EMAIL: "a@b",
      GIT_COMMITTER_NAME: "a",
      GIT_COMMITTER_EMAIL: "a@b",
    };
    await run(`cd ~ && ${make}`, env);
    write(`a.url = "git+${secure.url}/git/r";`);
    expect(told(await run("nivose lock --no-write-lock-file"))).toContain("[git-fetch-failed]");
    expect(told(await run("nivose lock >/dev/null && nivose eval .#number", env))).toBe("3\n0");
  });

  test("Ctrl-C ends it at once, and leaves nothing behind", async () => {
    const asked = new Promise<void>((resolve) => {
      plain.routes.set("/a.tar", (_, response) => {
        response.write(archive(1).subarray(0, 100));
        resolve();
      });
    });
    write(`a.url = "${plain.url}/a.tar";`);
    const { child, end } = sandbox.start("exec nivose lock");
    await asked;
    child.kill("SIGINT");
    expect(await end).toMatchObject({ signal: "SIGINT", stdout: "" });
    expect([sources(), existsSync(path.join(sandbox.folder, "flake.lock"))]).toEqual([[], false]);
  });

  test("without a home there is no place for what is fetched", async () => {
    plain.routes.set("/a.tar", archive(1));
    write(`a.url = "${plain.url}/a.tar";`);
    expect(told(await run("HOME=/nowhere nivose lock"))).toContain("[no-source-cache]");
  });

  test("lock files keep passwords that are in URLs, and nothing else does", async () => {
    plain.routes.set("/a.tar", archive(1));
    write(`a.url = "${plain.url.replace("//", "//me:secret@")}/a.tar";`);
    await run("nivose lock");
    expect(readFileSync(path.join(sandbox.folder, "flake.lock"), "utf8")).toContain("me:secret@");
    expect(told(await run("grep -r secret ~/.cache/nivose/sources"))).toBe("1");
  });
});
