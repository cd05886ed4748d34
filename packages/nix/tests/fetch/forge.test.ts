/** Where forges have the archive of a commit, and where they tell the commit of a branch. */

import { expect, test } from "vitest";
import { forgeHeaders, parseAccessTokens } from "../../src/fetch/credentials.ts";
import { archiveUrl, referenceUrl, type Repository } from "../../src/fetch/forge.ts";
import { resolved } from "../../src/fetch/git.ts";
import { withoutPassword } from "../../src/fetch/git-command.ts";
import { shownUrl } from "../../src/fetch/shown-url.ts";

const at = (type: Repository["type"], host: string): Repository => ({ type, host, owner: "o", repo: "r" });

test.each([
  [
    at("github", "github.com"),
    false,
    "https://github.com/o/r/archive/REV.tar.gz",
    "https://api.github.com/repos/o/r/commits/main",
  ],
  [
    at("github", "github.com"),
    true,
    "https://api.github.com/repos/o/r/tarball/REV",
    "https://api.github.com/repos/o/r/commits/main",
  ],
  [
    at("github", "own.org"),
    false,
    "https://own.org/api/v3/repos/o/r/tarball/REV",
    "https://own.org/api/v3/repos/o/r/commits/main",
  ],
  [
    at("gitlab", "gitlab.com"),
    false,
    "https://gitlab.com/api/v4/projects/o%2Fr/repository/archive.tar.gz?sha=REV",
    "https://gitlab.com/api/v4/projects/o%2Fr/repository/commits?ref_name=main",
  ],
  [at("sourcehut", "git.sr.ht"), false, "https://git.sr.ht/o/r/archive/REV.tar.gz", "https://git.sr.ht/o/r/info/refs"],
])("%j with a token %s", (repository, hasToken, archive, reference) => {
  expect(archiveUrl(repository, "REV", hasToken)).toBe(archive);
  expect(referenceUrl(repository, "main")).toBe(reference);
});

test.each([
  ["github", "a:b", { authorization: "token a:b" }],
  ["gitlab", "PAT:a:b", { "private-token": "a:b" }],
  ["gitlab", "OAuth2:a", { authorization: "Bearer a" }],
  ["gitlab", "Job-Token:a", { "job-token": "a" }],
  ["gitlab", "a", {}],
  ["sourcehut", "a", { authorization: "Bearer a" }],
])("a token for %s: %s", (type, token, headers) => {
  const warnings: string[] = [];
  const accessTokens = parseAccessTokens(["other.org=x", `host.org=${token}`, "nonsense"]);
  expect(forgeHeaders(type, "host.org", { accessTokens }, (text) => warnings.push(text))).toEqual(headers);
  expect(forgeHeaders(type, "third.org", { accessTokens }, () => {})).toEqual({});
  expect(warnings.join()).not.toMatch(/\ba\b(?!b)/u);
});

test.each([
  ["../b.git", "https://host/x/a.git", "https://host/x/b.git"],
  ["./b", "https://host/x/a.git/", "https://host/x/a.git/b"],
  ["../../y/b", "ssh://git@host/x/a", "ssh://git@host/y/b"],
  ["https://else/b", "https://host/x/a", "https://else/b"],
])("a submodule %s of %s", (url, origin, expected) => {
  expect(resolved(url, origin)).toBe(expected);
});

test.each([
  ["https://me:secret@host/a?b=c:d@e", "https://me:…@host/a?b=c:d@e"],
  ["https://host/a:b@c", "https://host/a:b@c"],
  ["git+https://me:secret@host/a", "git+https://me:…@host/a"],
  ["ssh://git@host:22/a", "ssh://git@host:22/a"],
])("%s is shown as %s", (url, shown) => {
  expect(shownUrl(url)).toBe(shown);
});

test("git is not called with a password", () => {
  const { plain, environment } = withoutPassword("https://me:a%20secret@host/a.git", { GIT_CONFIG_COUNT: "3" });
  expect(plain).toBe("https://host/a.git");
  expect(environment).toMatchObject({ NIVOSE_GIT_USER: "me", NIVOSE_GIT_PASSWORD: "a secret", GIT_CONFIG_COUNT: "5" });
  expect(withoutPassword("ssh://git@host/a", {})).toEqual({ plain: "ssh://git@host/a", environment: {} });
});
