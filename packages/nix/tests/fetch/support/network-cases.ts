/**
 * Inputs that are on a server, which both lock. HTTP and HTTPS stand for the URLs of two servers, HOST for that of the latter, FILES for
 * a folder. */

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import path from "node:path";
import type { NetworkCase } from "./compare-locks.ts";
import type { TestServer } from "./server.ts";
import { type TarMember, tar, TIME } from "./tarballs.ts";
import { zip, type ZipMember } from "./zips.ts";

const flakeNix = "{ outputs = _: { }; }\n";
const plain: TarMember[] = [
  { path: "top/", flag: "5", mode: 0o755 },
  { path: "top/flake.nix", content: flakeNix },
];

/** Archives by the names under which the server has them. */
const archives: Readonly<Record<string, Buffer>> = {
  "plain.tar": tar(plain),
  "no-folder-entries.tar": tar([{ path: "top/flake.nix", content: flakeNix }]),
  "two-at-the-top.tar": tar(
    [...plain, { path: "other", content: "x" }].map((each) => ({ ...each, path: each.path.replace("top/", "./") })),
  ),
  "links.tar": tar([
    ...plain,
    { path: "top/link", flag: "2", target: "flake.nix" },
    { path: "top/out", flag: "2", target: "../../../etc/passwd" },
    { path: "top/dangling", flag: "2", target: "/nowhere" },
    { path: "top/script", content: "#!/bin/sh\n", mode: 0o755 },
    { path: "top/group", content: "x", mode: 0o654 },
    { path: "top/all-but-owner", content: "x", mode: 0o611 },
  ]),
  "hard-links.tar": tar([
    ...plain,
    { path: "top/a/script", content: "#!/bin/sh\n", mode: 0o755 },
    { path: "top/b/again", flag: "1", target: "top/a/script", mode: 0o644 },
    { path: "top/a/twice", flag: "1", target: "top/b/again" },
    { path: "top/with-size", flag: "1", target: "top/flake.nix", size: 22 },
    { path: "top/link", flag: "2", target: "flake.nix" },
    { path: "top/to-link", flag: "1", target: "top/link" },
  ]),
  "hard-link-with-content.tar": tar([
    ...plain,
    { path: "top/with-content", flag: "1", target: "top/flake.nix", content: "ignored", pax: { comment: "x" } },
    { path: "top/after", content: "x" },
  ]),
  "hard-link-ahead.tar": tar([
    ...plain,
    { path: "top/a", flag: "1", target: "top/later" },
    { path: "top/later", content: "x" },
  ]),
  "hard-link-to-folder.tar": tar([
    ...plain,
    { path: "top/d/x", content: "x" },
    { path: "top/e", flag: "1", target: "top/d" },
  ]),
  "long-names.tar": tar([
    ...plain,
    { path: "././@LongLink", flag: "L", content: `top/${"l".repeat(150)}\0`, format: "gnu" },
    { path: "short", content: "x", format: "gnu" },
    { path: "././@LongLink", flag: "K", content: `${"t".repeat(150)}\0`, format: "gnu" },
    { path: "top/link", flag: "2", target: "short", format: "gnu" },
    { path: "p", prefix: "top/prefix", content: "x" },
    { path: "short", pax: { path: `top/${"x".repeat(120)}` }, content: "x" },
    { path: "top/paxlink", flag: "2", target: "short", pax: { linkpath: "y".repeat(120) } },
  ]),
  "pax.tar": tar([
    {
      path: "pax_global_header",
      flag: "g",
      content: "52 comment=0123456789012345678901234567890123456789\n",
      modified: TIME + 5000,
    },
    ...plain,
    { path: "top/late", content: "x", pax: { mtime: `${TIME + 100}.75`, atime: "1", ctime: "2" } },
    { path: "top/utf8-ä", content: "x", pax: { path: Buffer.from("top/ä-€").toString("latin1") } },
  ]),
  "bytes.tar": tar([...plain, { path: "top/\xff\xfe", content: "\xff\x00" }]),
  "empty-folders.tar": tar([
    ...plain,
    { path: "top/empty/", flag: "5" },
    { path: "top/a/b/c/", flag: "5", modified: TIME + 9 },
  ]),
  "old.tar": tar([
    { path: "top/", flag: "\0", format: "old" },
    { path: "top/flake.nix", content: flakeNix, flag: "\0", format: "old" },
    { path: "top/folder/", flag: "0" },
    { path: "top/contiguous", flag: "7", content: "x" },
    { path: "top/odd", flag: "Z", content: "odd" },
  ]),
  "no-end.tar": tar(plain, "no end"),
  "one-empty-block.tar": Buffer.concat([tar(plain, "no end"), Buffer.alloc(512)]),
  "more-behind-the-end.tar": Buffer.concat([tar(plain), tar([{ path: "top/hidden", content: "x" }])]),
  "empty.tar": Buffer.alloc(0),
  "only-end.tar": Buffer.alloc(1024),
  "absolute.tar": tar([...plain, { path: "/top/absolute", content: "x" }, { path: "/etc/passwd", content: "y" }]),
  "dots.tar": tar([...plain, { path: "top/../../../escaped", content: "x" }, { path: "./top/./a//b", content: "y" }]),
  "through-link.tar": tar([...plain, { path: "top/d", flag: "2", target: "/tmp" }, { path: "top/d/x", content: "x" }]),
  "through-file.tar": tar([...plain, { path: "top/d", content: "file" }, { path: "top/d/x", content: "x" }]),
  "twice.tar": tar([
    ...plain,
    { path: "top/a", content: "first", mode: 0o755 },
    { path: "top/b", flag: "1", target: "top/a" },
    { path: "top/a", content: "second" },
    { path: "top/c/x", content: "x" },
    { path: "top/c", content: "file" },
    { path: "top/l", flag: "2", target: "a" },
    { path: "top/l", content: "no link" },
  ]),
  "file-then-folder.tar": tar([...plain, { path: "top/a", content: "first" }, { path: "top/a/", flag: "5" }]),
  "folder-twice.tar": tar([
    ...plain,
    { path: "top/a/x", content: "1" },
    { path: "other-b", content: "b" },
    { path: "top/a/y", content: "2" },
  ]),
  "git-folder.tar": tar([...plain, { path: "top/.git/config", content: "x" }]),
  "git-like.tar": tar([...plain, { path: "top/.gitignore", content: "x" }, { path: "top/.github/x", content: "x" }]),
  "git-upper.tar": tar([...plain, { path: "top/.GIT/config", content: "x" }]),
  "git-tilde.tar": tar([...plain, { path: "top/git~1/config", content: "x" }]),
  "device.tar": tar([...plain, { path: "top/null", flag: "3" }]),
  "fifo.tar": tar([...plain, { path: "top/pipe", flag: "6" }]),
  "no-time.tar": tar(plain.map((each) => ({ ...each, modified: 0 }))),
  "truncated.tar": tar([...plain, { path: "top/x", content: "x".repeat(5000) }]).subarray(0, 3000),
  "bad-sum.tar": Buffer.concat([tar(plain, "no end"), Buffer.from("x".repeat(512)), Buffer.alloc(1024)]),
  "page.tar": Buffer.from("<html>this is no archive</html>"),
};

const zips: Readonly<Record<string, readonly ZipMember[]>> = {
  "unix.zip": [
    { path: "top/", mode: 0o040755, isStored: true },
    { path: "top/flake.nix", mode: 0o100644, content: flakeNix },
    { path: "top/d/script", mode: 0o100755, content: "#!/bin/sh\n", isStored: true },
    { path: "top/link", mode: 0o120777, content: "flake.nix" },
    { path: "top/empty/", mode: 0o040755, isStored: true },
  ],
  "times.zip": [
    { path: "top/flake.nix", mode: 0o100644, content: flakeNix, modified: TIME + 77 },
    { path: "top/other", mode: 0o100644, modified: TIME + 500 },
  ],
  "dos.zip": [
    { path: "top/flake.nix", content: flakeNix },
    { path: "top/program.exe", content: "x" },
  ],
  "dots.zip": [
    { path: "flake.nix", mode: 0o100644, content: flakeNix },
    { path: "../../escaped", mode: 0o100644, content: "x" },
    { path: "/absolute", mode: 0o100644, content: "x" },
  ],
};

/** The same packed by programs. */
const packed: Readonly<Record<string, readonly string[]>> = {
  "packed.tar.gz": ["gzip", "-nc"],
  "packed.tar.xz": ["xz", "-c"],
  "packed.tar.bz2": ["bzip2", "-c"],
  "packed.tar.zst": ["zstd", "-qc"],
};

export function serveArchives(server: TestServer, folder: string): void {
  writeFileSync(path.join(folder, "plain.tar"), archives["plain.tar"]!);
  writeFileSync(path.join(folder, "with blank.tar"), archives["links.tar"]!);
  writeFileSync(path.join(folder, "file.txt"), "just text\n");
  const { routes, url } = server;
  for (const [name, body] of Object.entries(archives)) routes.set(`/${name}`, body);
  for (const [name, [program, ...args]] of Object.entries(packed))
    routes.set(`/${name}`, execFileSync(program!, args, { input: archives["links.tar"] }));
  const gzip = routes.get("/packed.tar.gz") as Buffer;
  routes.set("/twice.tar.gz", execFileSync("gzip", ["-nc"], { input: gzip }));
  routes.set(
    "/members.tar.gz",
    Buffer.concat([
      gzip.subarray(0, 0),
      execFileSync("bash", ["-c", "head -c 700 | gzip -nc"], { input: archives["links.tar"] }),
      execFileSync("bash", ["-c", "tail -c +701 | gzip -nc"], { input: archives["links.tar"] }),
    ]),
  );
  routes.set("/broken.tar.gz", gzip.subarray(0, -30));
  routes.set("/misnamed.zip.tar.gz", archives["plain.tar"]!);
  for (const [name, members] of Object.entries(zips)) routes.set(`/${name}`, zip(members));
  const immutable = (query: string): Record<string, string> => ({
    link: `<${url}/plain.tar${query}>; rel="immutable"`,
  });
  routes.set("/immutable.tar", {
    headers: immutable("?rev=0123456789012345678901234567890123456789&revCount=7"),
    body: archives["plain.tar"]!,
  });
  routes.set("/immutable-time.tar", {
    headers: immutable("?lastModified=1234567890&other=1"),
    body: archives["plain.tar"]!,
  });
  routes.set("/immutable-elsewhere.tar", {
    headers: { link: '<github:a/b>; rel="immutable"' },
    body: archives["plain.tar"]!,
  });
  routes.set("/other-links.tar", {
    headers: { link: [`<${url}/x>; rel="next"`, `<${url}/plain.tar>; rel="Immutable"`] },
    body: archives["plain.tar"]!,
  });
  routes.set("/plain.tar?rev=0123456789012345678901234567890123456789&revCount=7", archives["plain.tar"]!);
  routes.set("/moved.tar", { status: 302, headers: { location: "/moved-again.tar" } });
  routes.set("/moved-again.tar", { status: 301, headers: { location: `${url}/plain.tar` } });
  routes.set("/moved-with-link.tar", { status: 302, headers: { location: "/plain.tar", ...immutable("?a=1") } });
  routes.set("/circle.tar", { status: 302, headers: { location: "/circle.tar" } });
  routes.set("/query.tar?token=a%20b&x=1", archives["plain.tar"]!);
  routes.set("/gone.tar", { status: 410 });
  routes.set("/created.tar", { status: 201, body: archives["plain.tar"]! });
  routes.set("/file.txt", "just text\n");
}

export const archiveCases: readonly NetworkCase[] = [
  ...[...Object.keys(archives), ...Object.keys(packed)].map((name) => ({ name, inputs: `a.url = "HTTP/${name}";` })),
  ..."twice.tar.gz members.tar.gz broken.tar.gz misnamed.zip.tar.gz unix.zip times.zip dos.zip dots.zip"
    .split(" ")
    .map((name) => ({ name, inputs: `a.url = "HTTP/${name}";` })),
  ..."immutable immutable-time immutable-elsewhere other-links moved moved-with-link circle gone created missing"
    .split(" ")
    .map((name) => ({ name, inputs: `a.url = "HTTP/${name}.tar";` })),
  { name: "no flake", inputs: 'a = { url = "HTTP/links.tar"; flake = false; };' },
  { name: "a query", inputs: 'a.url = "HTTP/query.tar?token=a%20b&x=1";' },
  { name: "a name in the scheme", inputs: 'a.url = "tarball+HTTP/plain.tar";' },
  { name: "attributes", inputs: 'a = { type = "tarball"; url = "HTTP/plain.tar"; };' },
  { name: "a folder in it", inputs: 'a = { url = "HTTP/two-at-the-top.tar?dir=."; };' },
  { name: "a file", inputs: 'a = { url = "file+HTTP/file.txt"; flake = false; };' },
  { name: "a file by its name", inputs: 'a = { url = "HTTP/file.txt"; flake = false; };' },
  { name: "a file that is an archive", inputs: 'a = { type = "file"; url = "HTTP/plain.tar"; flake = false; };' },
  { name: "a file that is missing", inputs: 'a = { url = "file+HTTP/missing"; flake = false; };' },
  {
    name: "a time that is another one",
    inputs: 'a = { type = "tarball"; url = "HTTP/plain.tar"; lastModified = 5; };',
  },
  {
    name: "a revision that nobody knows",
    inputs: 'a = { type = "tarball"; url = "HTTP/plain.tar"; rev = "0123456789012345678901234567890123456789"; };',
  },
  {
    name: "a hash that is another one",
    inputs: `a = { type = "tarball"; url = "HTTP/plain.tar"; narHash = "sha256-${"A".repeat(43)}="; };`,
  },
  { name: "two of the same", inputs: 'a.url = "HTTP/plain.tar"; b.url = "HTTP/plain.tar";' },
  { name: "an archive of this machine", inputs: 'a.url = "file://FILES/plain.tar";' },
  { name: "an archive of this machine by its scheme", inputs: 'a.url = "tarball+file://FILES/with%20blank.tar";' },
  { name: "a file of this machine", inputs: 'a = { url = "file+file://FILES/file.txt"; flake = false; };' },
  { name: "an archive of this machine that is missing", inputs: 'a.url = "file://FILES/missing.tar";' },
  { name: "over TLS", inputs: 'a.url = "HTTPS/secure.tar";' },
];

export const forgeCases: readonly NetworkCase[] = [
  { name: "github: a branch", inputs: forge("github", 'ref = "main";') },
  { name: "github: a branch with slashes", inputs: forge("github", 'ref = "feature/x";') },
  { name: "github: nothing but a repository", inputs: forge("github", "") },
  { name: "github: a revision", inputs: forge("github", `rev = "${"1".repeat(40)}";`) },
  { name: "github: a branch that does not exist", inputs: forge("github", 'ref = "nothing";') },
  { name: "github: a revision that does not exist", inputs: forge("github", `rev = "${"9".repeat(40)}";`) },
  { name: "github: private", inputs: forge("github", "", "private") },
  { name: "gitlab: private", inputs: forge("gitlab", "", "private") },
  { name: "sourcehut: private", inputs: forge("sourcehut", "", "private") },
  { name: "gitlab: a branch", inputs: forge("gitlab", 'ref = "main";') },
  { name: "gitlab: nothing but a repository", inputs: forge("gitlab", "") },
  { name: "gitlab: a revision", inputs: forge("gitlab", `rev = "${"1".repeat(40)}";`) },
  { name: "gitlab: a branch that does not exist", inputs: forge("gitlab", 'ref = "nothing";') },
  { name: "sourcehut: a branch", inputs: forge("sourcehut", 'ref = "main";', "~owner") },
  { name: "sourcehut: a tag", inputs: forge("sourcehut", 'ref = "v1";', "~owner") },
  { name: "sourcehut: nothing but a repository", inputs: forge("sourcehut", "", "~owner") },
  { name: "sourcehut: a branch that does not exist", inputs: forge("sourcehut", 'ref = "nothing";', "~owner") },
];

/** Each forge takes it in another way; of this kind it is told to GitLab. */
export const TOKEN = "PAT:secret";

function forge(type: string, more: string, owner = "owner"): string {
  return `a = { type = "${type}"; owner = "${owner}"; repo = "repo"; host = "HOST"; ${more} };`;
}

/** As the forges answer, for a repository of a branch `main` at 111… and one `feature/x` at 222…. */
export function serveForges(server: TestServer): void {
  const { routes } = server;
  const [one, two] = ["1".repeat(40), "2".repeat(40)];
  const archive = (rev: string): Buffer =>
    tar([{ path: `owner-repo-${rev.slice(0, 7)}/flake.nix`, content: flakeNix, modified: TIME + Number(rev[0]) }]);
  const commit = (sha: string): string => JSON.stringify({ sha, commit: { tree: { sha: "3".repeat(40) } } });
  const github = "/api/v3/repos/owner/repo";
  for (const [ref, rev] of [
    ["main", one],
    ["HEAD", one],
    ["feature/x", two],
  ] as const) {
    routes.set(`${github}/commits/${ref}`, commit(rev));
    routes.set(
      `/api/v4/projects/owner%2Frepo/repository/commits?ref_name=${ref}`,
      JSON.stringify([{ id: rev }, { id: two }]),
    );
  }
  routes.set("/api/v4/projects/owner%2Frepo/repository/commits?ref_name=nothing", "[]");
  for (const rev of [one, two]) {
    routes.set(`${github}/tarball/${rev}`, archive(rev));
    routes.set(`/api/v4/projects/owner%2Frepo/repository/archive.tar.gz?sha=${rev}`, archive(rev));
    routes.set(`/~owner/repo/archive/${rev}.tar.gz`, archive(rev));
  }
  for (const [path, route] of Array.from(routes)) {
    const isKnown = ({ headers }: IncomingMessage): boolean =>
      path.startsWith(github)
        ? headers.authorization === `token ${TOKEN}`
        : path.startsWith("/api/v4")
          ? headers["private-token"] === "secret"
          : headers.authorization === `Bearer ${TOKEN}`;
    routes.set(path.replace("~owner", "private").replace("owner", "private"), (request, response) => {
      if (isKnown(request)) response.end(route as Buffer | string);
      else response.writeHead(401).end();
    });
  }
  routes.set("/private/repo/HEAD", "ref: refs/heads/main\n");
  routes.set("/private/repo/info/refs", `${one}\trefs/heads/main\n`);
  routes.set("/~owner/repo/HEAD", "ref: refs/heads/main\n");
  routes.set("/~owner/repo/info/refs", `${two}\trefs/heads/feature/x\n${one}\trefs/heads/main\n${two}\trefs/tags/v1\n`);
  routes.set("/secure.tar", archives["plain.tar"]!);
}

/** The names of the cases that are no source, or no flake. */
export const refused: ReadonlySet<string> = new Set([
  ..."hard-link-ahead empty only-end absolute dots through-link through-file file-then-folder folder-twice"
    .split(" ")
    .map((name) => `${name}.tar`),
  ..."git-folder git-upper git-tilde device fifo truncated bad-sum page".split(" ").map((name) => `${name}.tar`),
  "broken.tar.gz",
  ..."immutable-elsewhere circle gone missing".split(" "),
  "a file that is missing",
  "an archive of this machine that is missing",
  "a hash that is another one",
  ...["github", "gitlab", "sourcehut"].map((type) => `${type}: a branch that does not exist`),
  "github: a revision that does not exist",
]);
