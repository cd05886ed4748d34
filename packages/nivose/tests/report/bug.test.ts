import { describe, expect, test } from "vitest";
import { bugReport, withoutSecrets } from "../../src/report/bug.ts";
import { plain } from "../../src/report/style.ts";

const H = "<hidden>";

describe("the words of a command in a report of a bug", () => {
  test.each([
    [
      ["parse", "--check", "a.nix"],
      ["parse", "--check", "a.nix"],
    ],
    [
      ["secrets", "set", "--password", "hunter2"],
      ["secrets", "set", "--password", H],
    ],
    [
      ["x", "--token=abc", "--api-key=abc", "--out=f"],
      ["x", `--token=${H}`, `--api-key=${H}`, "--out=f"],
    ],
    [
      ["x", "--password", "--check"],
      ["x", "--password", "--check"],
    ],
    [
      ["x", "https://me:secret@example.org/a"],
      ["x", `https://me:${H}@example.org/a`],
    ],
    [
      ["x", "AGE-SECRET-KEY-1ABCDEF"],
      ["x", H],
    ],
    [
      ["x", "ghp_0123456789abcdefghij"],
      ["x", H],
    ],
    [
      ["x", "password=hunter2"],
      ["x", `password=${H}`],
    ],
    [
      ["x", "c2VjcmV0IHNlY3JldCBzZWNyZXQgc2VjcmV0IHNlY3JldA=="],
      ["x", H],
    ],
    [
      ["x", "/nix/store/sg2gx5r0bvl1dxhmi4y4yrdr5d4nxzy7-nixos-system-luna-24.11/a.nix"],
      ["x", "/nix/store/sg2gx5r0bvl1dxhmi4y4yrdr5d4nxzy7-nixos-system-luna-24.11/a.nix"],
    ],
    [
      ["x", "--on", "a-host-with-a-very-long-name-of-more-than-forty-letters"],
      ["x", "--on", "a-host-with-a-very-long-name-of-more-than-forty-letters"],
    ],
  ])("%j", (words, shown) => {
    expect(withoutSecrets(words)).toEqual(shown);
  });
});

describe("a report of a bug", () => {
  const circumstances = {
    version: "1.2.3",
    node: "v20",
    platform: "linux x64",
    words: ["a b", "it's"],
    tracker: undefined,
  };
  const layout = { width: 80, sourceWidth: 80, style: plain };

  test("has what is needed to find it", () => {
    const error = new Error("outer", { cause: new RangeError("inner") });
    const text = bugReport(error, circumstances, layout);
    expect(text).toContain("bug in nivose: Error: outer [unexpected-error]");
    expect(text).toContain("  version   nivose 1.2.3\n  node      v20\n  platform  linux x64\n");
    expect(text).toContain(String.raw`  command   nivose 'a b' 'it'\''s'`);
    expect(text).toContain("caused by\n            RangeError: inner");
    expect(text).toContain("bug.test.ts");
  });

  test("says where to report it, and names no address that there is not", () => {
    expect(bugReport(1, { ...circumstances, tracker: "https://example.org/bugs" }, layout)).toContain(
      "https://example.org/bugs",
    );
    expect(bugReport(1, circumstances, layout)).not.toContain("://");
  });

  test("copes with what is no error", () => {
    expect(bugReport("text", circumstances, layout)).toContain("something was thrown that is no error: text");
    expect(bugReport(undefined, circumstances, layout)).toContain("undefined");
  });
});
