/** `nivose lock` and `nix flake lock`, or `update`, with the same flags, on the same flake, against the same server. */

import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runNixAside } from "../../../nix/tests/flake/support/both.ts";
import { flake, gitEnvironment } from "../../../nix/tests/flake/support/flake-case.ts";
import { TestServer } from "../../../nix/tests/fetch/support/server.ts";
import { tar } from "../../../nix/tests/fetch/support/tarballs.ts";
import { needs } from "../needs.ts";
import { Sandbox } from "./run-nivose.ts";

interface Case {
  readonly name: string;
  /** Flags and inputs of both. */
  readonly flags: string;
  /** Inputs that are looked up anew; all if there are none. */
  readonly update?: string;
  /** A file to look at besides the lock file. */
  readonly file?: string;
}

const cases: readonly Case[] = [
  { name: "what is new", flags: "" },
  { name: "an input anew", update: "a", flags: "" },
  { name: "an input of an input anew", update: "c/a", flags: "" },
  { name: "all anew", update: "", flags: "" },
  { name: "with another input", flags: "--override-input a URL/b.tar" },
  { name: "with the inputs of another flake", update: "", flags: "--inputs-from ./other" },
  { name: "by another lock file", flags: "--reference-lock-file ./other/flake.lock" },
  { name: "by a lock file that is not there", flags: "--reference-lock-file ./nothing" },
  { name: "into another file", flags: "--output-lock-file written.lock", file: "written.lock" },
  { name: "into another file, anew", update: "a", flags: "--output-lock-file written.lock", file: "written.lock" },
  { name: "as a commit", flags: "--commit-lock-file" },
  { name: "as a commit, anew", update: "a", flags: "--commit-lock-file" },
  { name: "as a commit with a summary", update: "a", flags: "--commit-lock-file --commit-lock-file-summary bump" },
  { name: "with a global registry", update: "", flags: "--flake-registry URL/registry.json" },
];

describe.runIf(needs("nix-2.26", "git"))("lock and update, as Nix 2.26 does them", () => {
  const sandbox = new Sandbox();
  const results = new Map<Case, { readonly ours: object; readonly theirs: object }>();
  const environment = { ...gitEnvironment, PATH: sandbox.environment["PATH"]!, HOME: sandbox.home };
  let server: TestServer;

  beforeAll(async () => {
    server = await TestServer.start();
    const { url, routes } = server;
    const archive = (text: string, day: number): Buffer =>
      tar([{ path: "top/flake.nix", content: text, modified: 1_700_000_000 + day * 86_400 }]);
    const serve = (day: number): void => {
      routes.set("/a.tar", archive(`# ${day}\n${flake()}`, day));
      routes.set("/b.tar", archive(flake(), 1));
      routes.set("/c.tar", archive(flake(`a.url = "${url}/a.tar";`), day));
    };
    const from = { type: "indirect", id: "known" };
    routes.set(
      "/registry.json",
      JSON.stringify({ version: 2, flakes: [{ from, to: { type: "tarball", url: `${url}/b.tar` } }] }),
    );
    const places = cases.map((each, index) => ({
      each,
      ours: path.join(sandbox.folder, `${index}`),
      theirs: path.join(sandbox.folder, `${index}-nix`),
    }));
    const commandOf = ({ flags, update }: Case, program: string): string => {
      const words = flags.replaceAll("URL", url);
      if (update === undefined) return `${program === "nix" ? "nix flake" : program} lock ${words}`;
      if (program === "nix") return `nix flake update ${update} ${words}`;
      return `nivose lock ${update === "" ? "--update-all" : `--update ${update}`} ${words}`;
    };
    serve(1);
    mkdirSync(path.join(sandbox.folder, "start/other"), { recursive: true });
    const start = path.join(sandbox.folder, "start");
    writeFileSync(path.join(start, "flake.nix"), flake(`a.url = "${url}/a.tar"; c.url = "${url}/c.tar";`));
    writeFileSync(path.join(start, "other/flake.nix"), flake(`known.url = "${url}/b.tar"; a.url = "${url}/a.tar";`));
    const git = "git init --quiet -b main && git add . && git commit --quiet -m start && git add .";
    const prepared = await sandbox.start(
      `cd start && ${git} && (cd other && nivose lock) && git commit --quiet -am other`,
      environment,
    ).end;
    if (prepared.status !== 0) throw new Error(prepared.stderr);
    for (const { ours, theirs, each } of places) {
      for (const place of [ours, theirs]) {
        cpSync(start, place, { recursive: true });
        const known =
          each.flags.includes("registry") || each.flags.includes("inputs-from") ? ' known.url = "known";' : "";
        if (each.update !== undefined)
          await sandbox.start(`cd ${place} && nivose lock && git add . && git commit --quiet -m lock`, environment).end;
        if (known !== "") writeFileSync(path.join(place, "flake.nix"), flake(`a.url = "${url}/a.tar";${known}`));
      }
    }
    serve(2);
    const script = places
      .map(({ ours, each }) => `cd ${ours}; ${commandOf(each, "nivose")} >out 2>err; echo $? >status`)
      .join("\n");
    await sandbox.start(script, environment).end;
    const commands = places.map(({ theirs, each }) => ({ folder: theirs, command: commandOf(each, "nix") }));
    const runs = await runNixAside(sandbox.top, commands);
    const log = places
      .flatMap(({ ours, theirs }) => [ours, theirs])
      .map((place) => `cd ${place}; git log -1 --format=%B >message; git status --short -- flake.lock >state`);
    await sandbox.start(log.join("\n"), environment).end;
    for (const [index, { each, ours, theirs }] of places.entries()) {
      const read = (folder: string, name: string): string | undefined => {
        const file = path.join(folder, name);
        return existsSync(file) ? readFileSync(file, "utf8") : undefined;
      };
      const seen = (folder: string, status: number): object => ({
        status,
        lock: read(folder, "flake.lock"),
        file: each.file === undefined ? undefined : read(folder, each.file),
        message: read(folder, "message"),
        state: read(folder, "state"),
      });
      results.set(each, { ours: seen(ours, Number(read(ours, "status"))), theirs: seen(theirs, runs[index]!.status) });
    }
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    sandbox.remove();
  });

  test.each(cases.map((each) => [each.name, each] as const))("%s", (_, each) => {
    const { ours, theirs } = results.get(each)!;
    expect(ours).toEqual(theirs);
  });
});
