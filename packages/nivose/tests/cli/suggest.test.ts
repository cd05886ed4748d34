import path from "node:path";
import { describe, expect, test } from "vitest";
import { verbs } from "../../src/cli/app.ts";
import { suggest } from "../../src/cli/completion/complete.ts";
import type { Verb } from "../../src/cli/verb.ts";
import { fakeContext } from "./fake-context.ts";

async function offered(...words: string[]) {
  const { files, suggestions } = await suggest(
    { ...verbs, host: { brief: "", description: [], verbs: { add: hosts } } },
    words,
    fakeContext(),
  );
  return { files, words: suggestions.map(({ word }) => word) };
}

const hosts: Verb = {
  brief: "A verb whose arguments are found out when they are asked for",
  description: [],
  examples: [],
  flags: {},
  arguments: {
    placeholder: "HOST",
    brief: "Which one",
    least: 1,
    most: 1,
    completes: async () => [{ word: "luna" }, { word: "rymac", brief: "a Mac" }],
  },
  load: () => Promise.reject(new Error("completion runs no verb")),
};

describe("completion", () => {
  test("of the verb", async () => {
    expect((await offered("")).words).toEqual(expect.arrayContaining(["parse", "fmt", "completion"]));
    expect(await offered("pa")).toEqual({ files: "nothing", words: ["parse", "paper"] });
    expect((await offered("help", "ex")).words).toEqual(["explain"]);
    expect((await offered("--color", "never", "und")).words).toEqual(["undo"]);
  });

  test("of flags of one letter, and of what stands behind them", async () => {
    expect((await offered("eval", "-")).words).toEqual(expect.arrayContaining(["-E", "--expr", "-A", "-I"]));
    expect((await offered("eval", "-E", "-")).words).not.toContain("-E");
    expect((await offered("derivation", "show", "-")).words).toContain("-r");
    expect((await offered("eval", "-I", "")).files).toBe("files");
    expect((await offered("eval", "-A", "a", "")).files).toBe("nix-files");
    expect((await offered("eval", "--arg", "a", "")).files).toBe("nothing");
    expect((await offered("eval", "--arg", "a", "b", "")).files).toBe("nix-files");
  });

  test("of flags before the verb", async () => {
    expect((await offered("--")).words).toEqual(["--color", "--help", "--version"]);
    expect((await offered("--color", "")).words).toEqual(["auto", "always", "never"]);
  });

  test("of flags, without those that are given", async () => {
    expect((await offered("parse", "--")).words).toEqual([
      "--check",
      "--json",
      "--extra-experimental-features",
      "--color",
      "--help",
    ]);
    expect((await offered("parse", "--check", "--c")).words).toEqual(["--color"]);
    // a flag that may be repeated is offered again
    expect((await offered("parse", "--extra-experimental-features", "flakes", "--e")).words).toHaveLength(1);
  });

  test("of values, behind a blank and behind an equals sign", async () => {
    expect((await offered("parse", "--color", "a")).words).toEqual(["auto", "always"]);
    expect((await offered("parse", "--color=a")).words).toEqual(["--color=auto", "--color=always"]);
    expect((await offered("parse", "--extra-experimental-features", "")).words).toEqual([
      "pipe-operators",
      "no-url-literals",
    ]);
  });

  test("of arguments: files, words, and words found out when they are asked for", async () => {
    expect(await offered("parse", "a.nix", "")).toEqual({ files: "nix-files", words: [] });
    expect(await offered("fmt", "--stdin-filepath", "x")).toEqual({ files: "nix-files", words: [] });
    expect((await offered("completion", "")).words).toEqual(["bash", "zsh", "fish"]);
    expect((await offered("explain", "duplicate-at")).words).toEqual(["duplicate-attribute"]);
    expect((await offered("host", "add", "l")).words).toEqual(["luna"]);
  });

  test("of the inputs in a lock file, which may be that of a folder around this one", async () => {
    const cwd = path.join(import.meta.dirname, "cases/fetch offline tells what is missing/files/below");
    const { suggestions } = await suggest(verbs, ["fetch", "--input", ""], fakeContext({ cwd }));
    expect(suggestions).toEqual([{ word: "nixpkgs" }]);
    expect((await offered("lock", "--update", "")).words).toEqual([]);
  });

  test("of nothing where nothing fits", async () => {
    expect(await offered("completion", "bash", "")).toEqual({ files: "nothing", words: [] });
    expect(await offered("frobnicate", "")).toEqual({ files: "nothing", words: [] });
    expect((await offered("parse", "--", "--")).words).toEqual([]);
    expect(await offered("constructor", "")).toEqual({ files: "nothing", words: [] });
  });
});
