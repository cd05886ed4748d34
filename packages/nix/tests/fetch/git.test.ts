/** Repositories on servers: passwords, and what is said when one cannot be fetched. */

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needs } from "../../../nivose/tests/needs.ts";
import { FetchError, fetchInput } from "../../src/fetch/index.ts";
import { run } from "../flake/support/flake-case.ts";
import { testOptions } from "./support/network.ts";
import { TestServer } from "./support/server.ts";

describe.runIf(needs("git"))("a repository", () => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "nivose-git-")));
  const cache = path.join(folder, "cache");
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    server.repositories = folder;
    const script =
      "git init --quiet -b main w && cd w && echo 1 >a && git add . && git commit --quiet -m one && git clone --quiet --bare . ../r.git";
    run(script, folder);
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const fetch = (more: Record<string, string | boolean>) =>
    fetchInput(
      new Map(Object.entries({ type: "git", url: `${server.url}/git/r.git`, ...more })),
      testOptions(cache, { attempts: 1 }),
    );

  async function failure(promise: Promise<unknown>): Promise<string> {
    const error = await promise.then(
      () => new Error("it went well"),
      (reason: unknown) => reason,
    );
    if (!(error instanceof FetchError)) throw error;
    return `${error.problem.code}: ${error.problem.text}`;
  }

  test("is fetched by several at once", async () => {
    const fetched = await Promise.all([fetch({}), fetch({}), fetch({ ref: "main" })]);
    expect(new Set(fetched.map(({ place }) => place)).size).toBe(1);
  });

  test("is not asked again for a revision that is there", async () => {
    const { attributes } = await fetch({});
    const before = server.requests.length;
    await fetch({ rev: String(attributes.get("rev")), ref: "main" });
    expect(server.requests).toHaveLength(before);
  });

  test("gets a password that is in its URL, and nobody else sees it", async () => {
    const url = `${server.url.replace("//", "//me:a%20secret@")}/git/r.git`;
    const wanted = `Basic ${Buffer.from("me:a secret").toString("base64")}`;
    server.repositories = folder;
    server.guard = wanted;
    const { attributes } = await fetch({ url });
    server.guard = undefined;
    expect(attributes.get("url")).toBe(url);
    const grep = execFileSync("bash", ["-c", "grep -rE 'secret' cache || true"], { cwd: folder, encoding: "utf8" });
    expect(grep).toBe("");
    expect(await failure(fetch({ url: url.replace("r.git", "missing.git") }))).not.toContain("secret");
  });

  test.each([
    [{ ref: "nothing" }, "git-reference-not-found: the Git repository 'URL' has no reference 'nothing'"],
    [
      { rev: "9".repeat(40), ref: "main" },
      `git-revision-not-found: cannot find Git revision '${"9".repeat(40)}' in ref 'main' of repository 'URL'`,
    ],
    [
      { verifyCommit: true },
      "not-fetchable: 'URL' is not fetched: the signature of its commit would have to be verified",
    ],
  ])("that is not as it should be: %j", async (more, told) => {
    expect(await failure(fetch(more))).toBe(told.replace("URL", `${server.url}/git/r.git`));
  });

  test("that is not there: git says why", async () => {
    const url = `${server.url}/git/missing.git`;
    expect(await failure(fetch({ url }))).toContain(
      `git-fetch-failed: cannot fetch the Git repository '${url}': fatal: repository`,
    );
  });

  test("leaves nothing behind but what was fetched", async () => {
    await failure(fetch({ ref: "nothing" }));
    expect(readdirSync(`${cache}/sources`).filter((name) => name.startsWith("fetching."))).toEqual([]);
    mkdirSync(`${cache}/sources`, { recursive: true });
    const config = readdirSync(`${cache}/git`).map((name) => readFileSync(`${cache}/git/${name}/config`, "utf8"));
    expect(config.join("")).not.toContain("remote");
  });
});
