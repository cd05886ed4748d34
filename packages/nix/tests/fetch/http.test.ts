/** Downloads: who gets to see a token, what is tried again, and what is said when it fails. */

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { needs } from "../../../nivose/tests/needs.ts";
import { FetchError } from "../../src/fetch/index.ts";
import { problemOfError } from "../../src/fetch/http-problem.ts";
import { type Download, download, downloadText } from "../../src/fetch/http.ts";
import { type Certificate, makeCertificate } from "./support/certificate.ts";
import { testOptions } from "./support/network.ts";
import { type Route, TestServer } from "./support/server.ts";

let server: TestServer;
let other: TestServer;
beforeEach(async () => {
  [server, other] = await Promise.all([TestServer.start(), TestServer.start()]);
});
afterEach(async () => {
  await Promise.all([server.stop(), other.stop()]);
});

const get = (wanted: Download, network: Parameters<typeof testOptions>[1] = {}): Promise<string> =>
  downloadText(wanted, testOptions("/nowhere", network));

/** The code of the message, and the message. */
async function failure(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error("it went well"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof FetchError)) throw error;
  const { code, text, hint } = error.problem;
  return `${code}: ${text}${hint === undefined ? "" : ` (${hint})`}`;
}

/** Answers with each in turn, and with the last one from then on. */
function inTurn(...routes: readonly Exclude<Route, Function>[]): Route {
  let count = 0;
  return (_, response) => {
    const route = routes[Math.min(count++, routes.length - 1)]!;
    const {
      status = 200,
      headers = {},
      body = "",
    } = typeof route === "object" && !Buffer.isBuffer(route) ? route : { body: route };
    response.writeHead(status, headers).end(body);
  };
}

describe("a token", () => {
  const headers = { authorization: "token secret", "private-token": "secret" };

  test("goes along a redirect on the same server", async () => {
    server.routes.set("/a", { status: 302, headers: { location: "/b" } }).set("/b", "text");
    await get({ url: `${server.url}/a`, headers });
    expect(server.requests.map((request) => request.headers.authorization)).toEqual(["token secret", "token secret"]);
  });

  test("goes to no other server", async () => {
    server.routes.set("/a", { status: 302, headers: { location: `${other.url}/b` } });
    other.routes.set("/b", "text");
    await get({ url: `${server.url}/a`, headers });
    expect(JSON.stringify(other.requests)).not.toContain("secret");
  });

  test("is in no message", async () => {
    server.routes.set("/a", { status: 403 });
    const told = await failure(get({ url: `${server.url}/a`, headers, forge: "example.org" }));
    expect(told).toBe(
      `download-forbidden: unable to download '${server.url}/a': HTTP error 403 ('access-tokens = example.org=…' in nix.conf gives access, if the token is valid)`,
    );
  });
});

describe("a name and a password", () => {
  const basic = `Basic ${Buffer.from("me:a b").toString("base64")}`;
  const heard = (of: TestServer): (string | undefined)[] => of.requests.map(({ headers }) => headers.authorization);

  test.each([
    ['machine localhost login me password "a b"', basic],
    ['# comment\nmachine elsewhere login x password y\ndefault login me password "a b"\n', basic],
    ['macdef init\nmachine localhost login no\n\nmachine localhost\n\tlogin me\n\tpassword "a b"', basic],
    ["machine elsewhere login x password y", undefined],
  ])("are taken from a file: %s", async (netrc, expected) => {
    server.routes.set("/a", "text");
    await get({ url: `${server.url}/a` }, { netrc });
    expect(heard(server)).toEqual([expected]);
  });

  test("are taken from the URL, and are in no message", async () => {
    server.routes.set("/a", "text");
    const url = server.url.replace("//", "//me:a%20b@");
    await get({ url: `${url}/a` });
    expect(heard(server)).toEqual([basic]);
    expect(await failure(get({ url: `${url}/missing` }))).toContain(`'${server.url.replace("//", "//me:…@")}/missing'`);
  });

  test("do not go to another server", async () => {
    server.routes.set("/a", { status: 302, headers: { location: `${other.url.replace("localhost", "127.0.0.1")}/b` } });
    other.routes.set("/b", "text");
    await get({ url: `${server.url}/a` }, { netrc: "machine localhost login me password x" });
    expect(heard(other)).toEqual([undefined]);
  });
});

describe("what fails", () => {
  test("is tried again if that may pass", async () => {
    server.routes.set("/a", inTurn({ status: 503 }, { status: 500 }, "text"));
    expect(await get({ url: `${server.url}/a` })).toBe("text");
  });

  test("is given up in the end", async () => {
    server.routes.set("/a", { status: 503 });
    expect(await failure(get({ url: `${server.url}/a` }))).toBe(
      `download-failed: unable to download '${server.url}/a': HTTP error 503`,
    );
    expect(server.requests).toHaveLength(3);
  });

  test.each([
    [400, {}, "download-failed"],
    [401, {}, "download-forbidden"],
    [403, {}, "download-forbidden"],
    [403, { "x-ratelimit-remaining": "0" }, "rate-limited"],
    [404, {}, "download-not-found"],
    [410, {}, "download-not-found"],
    [501, {}, "download-failed"],
  ])("is not tried again if it will not pass: %i %j", async (status, headers, code) => {
    server.routes.set("/a", { status, headers });
    expect(await failure(get({ url: `${server.url}/a`, forge: "example.org" }))).toContain(`${code}: `);
    expect(server.requests).toHaveLength(1);
  });

  test("too many questions: waits as long as the server wants", async () => {
    server.routes.set("/a", inTurn({ status: 429, headers: { "retry-after": "0" } }, "text"));
    expect(await get({ url: `${server.url}/a` })).toBe("text");
    server.routes.set("/a", { status: 429 });
    expect(await failure(get({ url: `${server.url}/a`, forge: "example.org" }))).toContain(
      "HTTP error 429, too many requests (try again later; 'access-tokens = example.org=…'",
    );
  });

  test("a connection that ends too early is begun again, from the start", async () => {
    let count = 0;
    server.routes.set("/a", (_, response) => {
      response.writeHead(200, { "content-length": "10" });
      response.write("12345", () => (count++ === 0 ? response.destroy() : response.end("67890")));
    });
    expect(await get({ url: `${server.url}/a` })).toBe("1234567890");
  });

  test("a server that says nothing is given up", async () => {
    server.routes.set("/a", () => {});
    expect(await failure(get({ url: `${server.url}/a` }, { stalledTimeout: 0.05, attempts: 2 }))).toBe(
      `connection-failed: unable to download '${server.url}/a': no answer from '${server.host}' for 0.05 s`,
    );
    expect(server.requests).toHaveLength(2);
  });

  test("a server that says no more in the middle is given up", async () => {
    server.routes.set("/a", (_, response) => void response.writeHead(200, { "content-length": "10" }).write("12345"));
    expect(await failure(get({ url: `${server.url}/a` }, { stalledTimeout: 0.05, attempts: 2 }))).toContain(
      `connection-failed: unable to download '${server.url}/a'`,
    );
    expect(server.requests).toHaveLength(2);
  });

  test.each(["https://localhost:99999/a", "http://me:%zz@localhost:1/a"])("what is no URL: %s", async (url) => {
    expect(await failure(get({ url }))).toContain("it leads to what is no URL");
  });

  test("a server that is not there", async () => {
    await other.stop();
    const url = `${server.url.replace(/\d+$/u, "1")}/a`;
    expect(await failure(get({ url }, { attempts: 1 }))).toBe(
      `connection-failed: unable to download '${url}': connection refused`,
    );
  });

  test("a name that nobody knows", () => {
    const error = Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND" });
    expect(problemOfError("https://example.invalid/a", error)).toMatchObject({
      message: {
        code: "host-not-found",
        text: "unable to download 'https://example.invalid/a': could not resolve host 'example.invalid'",
      },
      isTransient: false,
    });
  });

  test("redirects without an end", async () => {
    server.routes.set("/a", { status: 302, headers: { location: "/a" } });
    expect(await failure(get({ url: `${server.url}/a` }))).toContain("too-many-redirects");
  });

  test("a redirect that leads to a file of this machine", async () => {
    server.routes.set("/a", { status: 302, headers: { location: "file:///etc/passwd" } });
    expect(await failure(get({ url: `${server.url}/a` }))).toContain("it leads to 'file:'");
  });
});

describe("by way of a proxy", () => {
  const by = (environment: Record<string, string>) => testOptions("/nowhere", { attempts: 1 }, { environment });

  test("a server is asked as the proxy is told", async () => {
    other.routes.set(`${server.url}/a`, "from the proxy");
    const environment = { http_proxy: other.url.replace("//", "//me:secret@"), no_proxy: "example.org" };
    expect(await downloadText({ url: `${server.url}/a`, headers: { authorization: "token" } }, by(environment))).toBe(
      "from the proxy",
    );
    const [{ headers }] = other.requests as [(typeof other.requests)[0]];
    expect([headers.host, headers.authorization, headers["proxy-authorization"]]).toEqual([
      server.host,
      "token",
      `Basic ${Buffer.from("me:secret").toString("base64")}`,
    ]);
  });

  test.each(["localhost", ".localhost", "x,localhost:PORT", "*"])(
    "but not one that is excepted by %s",
    async (list) => {
      server.routes.set("/a", "straight");
      const environment = { all_proxy: other.host, no_proxy: list.replace("PORT", server.host.split(":")[1]!) };
      expect(await downloadText({ url: `${server.url}/a` }, by(environment))).toBe("straight");
    },
  );

  test("of a kind that is not supported", async () => {
    const promise = downloadText({ url: `${server.url}/a` }, by({ all_proxy: "socks5://me:secret@localhost:1" }));
    expect(await failure(promise)).toBe("proxy-unsupported: proxies of the kind 'socks5://' are not supported");
  });
});

test("what is packed for the way is unpacked", async () => {
  const { gzipSync } = await import("node:zlib");
  server.routes.set("/a", { headers: { "content-encoding": "gzip" }, body: gzipSync("text") });
  expect(await get({ url: `${server.url}/a` })).toBe("text");
});

test("a link that says where a thing stays what it is may be that of a redirect", async () => {
  server.routes.set("/a", { status: 302, headers: { location: "/b", link: '<https://a/b>; rel="immutable"' } });
  server.routes.set("/b", "text");
  const answer = await download(
    { url: `${server.url}/a` },
    async (pieces) => {
      for await (const piece of pieces) void piece;
    },
    testOptions("/nowhere"),
  );
  expect(answer.immutableUrl).toBe("https://a/b");
});

describe.runIf(needs("openssl"))("over TLS", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "nivose-tls-"));
  let certificate: Certificate;
  let secure: TestServer;
  beforeAll(async () => {
    certificate = makeCertificate(folder);
    secure = await TestServer.start(certificate);
    secure.routes.set("/a", "text");
  });
  afterAll(async () => {
    await secure.stop();
    rmSync(folder, { recursive: true });
  });

  test("a server is trusted that has a certificate of an authority that is trusted", async () => {
    const certificates = readFileSync(certificate.authority, "utf8");
    expect(await get({ url: `${secure.url}/a` }, { certificates })).toBe("text");
  });

  test("any other one is not, and is asked once", async () => {
    expect(await failure(get({ url: `${secure.url}/a` }))).toContain(
      `certificate-not-trusted: unable to download '${secure.url}/a': its certificate is not trusted`,
    );
    expect(secure.requests).toHaveLength(1);
  });

  test("a proxy sees nothing of what is said", async () => {
    const certificates = readFileSync(certificate.authority, "utf8");
    const proxy = await TestServer.start();
    const options = testOptions("/nowhere", { certificates, attempts: 1 }, { environment: { https_proxy: proxy.url } });
    const promise = () => downloadText({ url: `${secure.url}/a`, headers: { authorization: "token" } }, options);
    expect(await failure(promise())).toContain("says 403");
    proxy.tunnels = true;
    expect(await promise()).toBe("text");
    expect(proxy.requests.map(({ path: target }) => target)).toEqual([secure.host, secure.host]);
    expect(JSON.stringify(proxy.requests)).not.toContain("token");
    await proxy.stop();
  });

  test("a token is not sent on without it", async () => {
    secure.routes.set("/b", { status: 302, headers: { location: `${server.url}/a` } });
    server.routes.set("/a", "text");
    const certificates = readFileSync(certificate.authority, "utf8");
    await get({ url: `${secure.url}/b`, headers: { authorization: "token secret" } }, { certificates });
    expect(JSON.stringify(server.requests)).not.toContain("secret");
  });
});
