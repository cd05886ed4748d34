/** The command line without a process: a tree of verbs of the test's own, with a group, and a context of its own. */

import { describe, expect, test } from "vitest";
import { runCommandLine } from "../../src/cli/command-line.ts";
import { type Context, ReaderGone } from "../../src/cli/context.ts";
import { ExitCode } from "../../src/cli/exit-codes.ts";
import type { FlagValues, Verb, Verbs } from "../../src/cli/verb.ts";
import { fakeContext } from "./fake-context.ts";

const calls: { flags: FlagValues; words: readonly string[]; color: string }[] = [];

function verb(run: (context: Context, flags: FlagValues, words: readonly string[]) => ExitCode, most = Infinity): Verb {
  return {
    brief: "Do a thing",
    description: ["At length."],
    examples: [{ command: "nivose thing", does: "Does it" }],
    flags: {
      loud: { kind: "switch", brief: "Loudly" },
      way: { kind: "choice", brief: "How", placeholder: "WAY", values: ["left", "right"] },
      outFile: { kind: "text", brief: "Where to", placeholder: "FILE", completes: "files" },
      with: { kind: "texts", brief: "With what", placeholder: "WHAT", completes: "nothing" },
    },
    arguments: { placeholder: "WORD", brief: "Words", least: 0, most, completes: "nothing" },
    load: async () => ({ run }),
  };
}

const record = verb((context, flags, words) => {
  calls.push({ flags, words, color: context.color });
  return ExitCode.ok;
});

const verbs: Verbs = {
  record,
  fail: verb(() => {
    throw new TypeError("a slip");
  }),
  leave: verb(() => {
    throw new ReaderGone();
  }),
  host: { brief: "Hosts", description: [], verbs: { add: record, remove: record } },
};

async function run(...words: string[]) {
  calls.length = 0;
  const context = fakeContext();
  const status = await runCommandLine(verbs, words, context);
  return { status, stdout: context.stdout.text, stderr: context.stderr.text, call: calls[0] };
}

describe("a command line", () => {
  test("gives a verb its flags and arguments", async () => {
    const { status, call } = await run(
      "record",
      "a",
      "--loud",
      "--way=left",
      "--out-file",
      "f",
      "--with",
      "x",
      "--with=y",
      "b",
    );
    expect(status).toBe(0);
    expect(call?.words).toEqual(["a", "b"]);
    expect(call?.flags).toMatchObject({ loud: true, way: "left", outFile: "f", with: ["x", "y"] });
  });

  test("leaves out what is not given", async () => {
    const { call } = await run("record");
    expect(call?.flags).toMatchObject({ loud: false, way: undefined, outFile: undefined, with: undefined });
  });

  test("takes everything behind two dashes for arguments", async () => {
    expect((await run("record", "--", "--loud", "-x")).call?.words).toEqual(["--loud", "-x"]);
  });

  test("takes the choice of colours before the verb and behind it", async () => {
    expect((await run("--color", "always", "record")).call?.color).toBe("always");
    expect((await run("record", "--color=never")).call?.color).toBe("never");
    expect((await run("record", "--", "--color=never")).call?.color).toBe("auto");
  });

  test("runs a verb of a group", async () => {
    expect((await run("host", "add", "luna")).call?.words).toEqual(["luna"]);
  });

  test("shows the help of a group", async () => {
    const { status, stdout } = await run("host", "--help");
    expect(status).toBe(0);
    expect(stdout).toContain("nivose host VERB");
    expect(stdout).toMatch(/^ {2}remove +Do a thing$/mu);
    expect((await run("host", "add", "--help")).stdout).toContain("nivose host add [FLAGS] [WORD...]");
  });

  test("wants the verb of a group, and suggests one", async () => {
    expect(await run("host")).toMatchObject({
      status: ExitCode.usage,
      stderr: expect.stringContaining("[missing-verb]"),
    });
    expect((await run("host", "ad")).stderr).toContain("did you mean 'add'?");
    expect((await run("host", "--loud")).status).toBe(ExitCode.usage);
  });

  test("names the verb whose help to read", async () => {
    expect((await run("host", "add", "--frobnicate")).stderr).toContain("see 'nivose host add --help'");
  });

  test("tells a bug of ours from everything else, without the user's secrets", async () => {
    const { status, stderr, stdout } = await run("fail", "--out-file=f", "AGE-SECRET-KEY-1QQQQ");
    expect(status).toBe(ExitCode.bug);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^bug in nivose: TypeError: a slip \[unexpected-error\]$/mu);
    expect(stderr).toMatch(/^ {2}command {3}nivose fail --out-file=f '?<hidden>'?$/mu);
    expect(stderr).toMatch(/^ {2}node {6}v0$/mu);
    expect(stderr).toContain("command-line.test.ts");
  });

  test("ends well if the reader of its output is gone", async () => {
    expect(await run("leave")).toMatchObject({ status: 0, stderr: "" });
  });
});
