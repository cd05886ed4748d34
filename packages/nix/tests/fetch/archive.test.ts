/** From archives to sources of the cache: what is there is whole, and nothing is anywhere else. */

import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ByteReader } from "../../src/fetch/byte-reader.ts";
import { FetchError, fetchInput, type FetchOptions } from "../../src/fetch/index.ts";
import { readTar } from "../../src/fetch/tar.ts";
import { TreeWriter } from "../../src/fetch/tree-writer.ts";
import { diskTree, hashNar, printHash } from "../../src/store/index.ts";
import { testOptions } from "./support/network.ts";
import { TestServer } from "./support/server.ts";
import { tar, type TarMember } from "./support/tarballs.ts";

let folder: string;
let server: TestServer;
beforeEach(async () => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "nivose-archive-")));
  server = await TestServer.start();
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const cache = (): string => path.join(folder, "cache");
const sources = (): string[] => (existsSync(`${cache()}/sources`) ? readdirSync(`${cache()}/sources`) : []);
const tarball = (more: Record<string, string> = {}) =>
  new Map(Object.entries({ type: "tarball", url: `${server.url}/a.tar`, ...more }));
const fetch = (options: FetchOptions = testOptions(cache())) => fetchInput(tarball(), options);

const plain: TarMember[] = [{ path: "top/file", content: "text" }];

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error("it went well"),
    (reason: unknown) => reason,
  );
  return error instanceof FetchError ? error.problem.code : String(error);
}

describe("a source", () => {
  test("is in the cache under its hash, without the folder around it", async () => {
    server.routes.set("/a.tar", tar(plain));
    const { attributes, place } = await fetch();
    expect(readFileSync(path.join(place, "file"), "utf8")).toBe("text");
    expect(attributes.get("narHash")).toBe(printHash(hashNar(diskTree, place).hash, "sri"));
    expect(sources()).toEqual([path.basename(place)]);
  });

  test("is found where names are no ASCII", async () => {
    server.routes.set("/a.tar", tar([{ path: "\xc3\xa4/\xff", content: "text" }]));
    const { place } = await fetch(testOptions(`${cache()}-ü`));
    expect(readdirSync(place, "latin1")).toEqual(["\xff"]);
  });

  test("is there once, if it is fetched several times at once", async () => {
    server.routes.set("/a.tar", tar(plain));
    const fetched = await Promise.all([fetch(), fetch(), fetch()]);
    expect(new Set(fetched.map(({ place }) => place)).size).toBe(1);
    expect(sources()).toHaveLength(1);
  });

  test("is not there if it is not the one that is wanted", async () => {
    server.routes.set("/a.tar", tar(plain));
    const narHash = `sha256-${"A".repeat(43)}=`;
    expect(await codeOf(fetchInput(tarball({ narHash }), testOptions(cache())))).toBe("source-hash-mismatch");
    expect(sources()).toEqual([]);
  });

  test.each([
    ["damaged", Buffer.concat([tar(plain, "no end"), Buffer.from("x".repeat(512))]), "archive-damaged"],
    ["no archive", Buffer.from("<html>"), "archive-damaged"],
    ["cut off", tar([{ path: "a", content: "x".repeat(2000) }]).subarray(0, 1500), "archive-damaged"],
    ["one with holes", tar([{ path: "a", flag: "S" }]), "archive-unsupported"],
    ["compressed in an odd way", Buffer.from([0x1f, 0x9d, 0, 0, 0, 0, 0]), "archive-unsupported"],
  ])("is not there if the archive is %s", async (_, body, code) => {
    server.routes.set("/a.tar", body);
    expect(await codeOf(fetch())).toBe(code);
    expect(sources()).toEqual([]);
  });

  test("is not there if somebody interrupts, and neither is anything else", async () => {
    const stop = new AbortController();
    server.routes.set("/a.tar", (_, response) => {
      response.write(tar(plain).subarray(0, 700), () => stop.abort());
    });
    await expect(fetch(testOptions(cache(), {}, { signal: stop.signal }))).rejects.toThrow("aborted");
    expect(sources()).toEqual([]);
  });

  test("is not fetched where nothing can be written", async () => {
    server.routes.set("/a.tar", tar(plain));
    writeFileSync(cache(), "a file");
    expect(await codeOf(fetch())).toBe("source-not-written");
  });

  test("is not written through a link, nor outside of its folder", async () => {
    const target = path.join(folder, "target");
    mkdirSync(target);
    server.routes.set(
      "/a.tar",
      tar([
        { path: "../../../../escaped", content: "x" },
        { path: `${folder}/absolute`, content: "x" },
        { path: "d", flag: "2", target },
        { path: "d/x", content: "x" },
      ]),
    );
    expect(await codeOf(fetch())).toBe("archive-damaged");
    expect([readdirSync(target), readdirSync(folder), sources()]).toEqual([[], ["cache", "target"], []]);
  });

  test("takes away what processes have left that were killed, and not what others are at", async () => {
    mkdirSync(`${cache()}/sources/fetching.old`, { recursive: true });
    mkdirSync(`${cache()}/sources/fetching.new`);
    const now = 1_800_000_000;
    utimesSync(`${cache()}/sources/fetching.old`, now - 90_000, now - 90_000);
    utimesSync(`${cache()}/sources/fetching.new`, now, now);
    server.routes.set("/a.tar", tar(plain));
    const { place } = await fetch(testOptions(cache(), {}, { now }));
    expect(sources().toSorted()).toEqual([path.basename(place), "fetching.new"]);
  });
});

describe("an archive without an end", () => {
  const unpack = async (members: readonly TarMember[]): Promise<string> => {
    const tree = new TreeWriter(path.join(folder, "tree"), "a", { bytes: 1000, entries: 20 });
    const pieces = (async function* () {
      yield tar(members);
    })();
    const all = (async () => {
      for await (const entry of readTar(new ByteReader(pieces))) await tree.add(entry);
    })();
    return codeOf(all);
  };

  test.each([
    ["a large file", [{ path: "a", content: "x".repeat(2000) }]],
    ["many files", Array.from({ length: 30 }, (_, index) => ({ path: `${index}` }))],
    [
      "many links to one file",
      [{ path: "a", content: "x".repeat(400) }, ...["b", "c"].map((name) => ({ path: name, flag: "1", target: "a" }))],
    ],
    [
      "folders of folders of folders",
      [
        { path: "0/x" },
        ...Array.from({ length: 6 }, (_, index) => [
          { path: `${index + 1}/a`, flag: "1", target: `${index}` },
          { path: `${index + 1}/b`, flag: "1", target: `${index}` },
        ]).flat(),
      ],
    ],
  ])("is given up: %s", async (_, members) => {
    expect(await unpack(members)).toBe("download-too-large");
  });
});

test.each(["gnu", "pax", "ustar"])("what tar packs as %s is what was packed", async (format) => {
  const tree = path.join(folder, "packed/top");
  mkdirSync(path.join(tree, "folder", "d".repeat(90), "e".repeat(60)), { recursive: true });
  writeFileSync(path.join(tree, "folder", "d".repeat(90), "e".repeat(60), "long"), "x".repeat(1000));
  writeFileSync(path.join(tree, "script"), "#!/bin/sh\n", { mode: 0o755 });
  writeFileSync(path.join(tree, "ümlaut"), "");
  symlinkSync(format === "ustar" ? "t" : "t".repeat(150), path.join(tree, "link"));
  execFileSync("bash", ["-c", "ln script again; mkdir empty; head -c 100000 /dev/zero >zeros"], { cwd: tree });
  server.routes.set("/a.tar", execFileSync("tar", [`--format=${format}`, "-C", path.dirname(tree), "-cz", "top"]));
  const { attributes } = await fetch();
  const latin = Buffer.from(tree).toString("latin1");
  expect(attributes.get("narHash")).toBe(printHash(hashNar(diskTree, latin).hash, "sri"));
});
