/** `nivose paper update`. */

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { EvaluationSession } from "@nivose/nix/engine";
import { quoteString } from "@nivose/nix/syntax";
import type { Message } from "@nivose/nix/message";
import { fromByteText } from "../../report/byte-text.ts";
import { JSON_VERSION } from "../../report/json.ts";
import { toolMessages } from "../../report/messages.ts";
import { printable } from "../../report/terminal-text.ts";
import type { AskNix } from "../../schema/read/sources.ts";
import { readPackageNames, readRelease, type ReleaseFacts, type Sources } from "../../schema/read/read-release.ts";
import { type Context, fileLine } from "../context.ts";
import { dataHome } from "../data-home.ts";
import { readEvaluation } from "../evaluation-options.ts";
import { ExitCode } from "../exit-codes.ts";
import { counted, Findings } from "../findings.ts";
import { Progress } from "../progress.ts";
import { refuse } from "../refuse.ts";
import { replaceFolders } from "../replace-folders.ts";

interface UpdateFlags {
  readonly homeManager?: string;
  readonly nixDarwin?: string;
  readonly out?: string;
  readonly json: boolean;
}

export async function run(context: Context, flags: UpdateFlags, [word]: readonly string[]): Promise<ExitCode> {
  const given = sourcesOf(word!, flags, context);
  if ("code" in given) return refuse(given, context);
  const evaluation = readEvaluation({ expr: false, showTrace: false }, context);
  if ("code" in evaluation) return refuse(evaluation, context);
  const home = flags.out === undefined ? dataHome(context.environment) : undefined;
  if (flags.out === undefined && home === undefined)
    return refuse(toolMessages["missing-argument"]("--out", "nivose paper update"), context);
  const out = flags.out === undefined ? undefined : path.resolve(context.cwd, flags.out);

  const session = new EvaluationSession();
  const progress = new Progress(context);
  const ask: AskNix = async (expression, apply) => {
    const reply = await session.evaluate({
      ...evaluation,
      expression: { kind: "text", text: Buffer.from(expression), name: "options", folder: context.cwd },
      selections: [""],
      args: [],
      output: "json",
      strict: true,
      location: false,
      ...(apply === undefined ? {} : { apply: Buffer.from(apply), watch: NOTHING_WATCHED }),
    });
    if (!reply.ok) throw new NotRead(fromByteText(reply.failure.text).split("\n")[0]!);
    return JSON.parse(Buffer.from(reply.output, "latin1").toString());
  };
  const step = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    progress.start(what);
    const result = await work();
    progress.finish(what);
    return result;
  };
  try {
    progress.expect();
    progress.expect();
    const facts = await step("the options", () => readRelease(given, ask, differentOptions(out)));
    const packages = await step("the names of packages", () => readPackageNames(given.nixpkgs, ask));
    progress.end();
    const folder = out ?? path.join(home!, "paper", facts.release);
    write(folder, facts, packages, out === undefined ? given : undefined, context);
    tell(folder, facts, packages.length, flags.json, context);
    return ExitCode.ok;
  } catch (error) {
    if (!(error instanceof NotRead)) throw error;
    const findings = new Findings(context, context.stderr);
    findings.add(toolMessages["paper-not-read"](error.message));
    return findings.exitCode;
  } finally {
    progress.end();
    await session.end();
  }
}

/** Applying functions as an inspection needs one, but no calls are looked at. */
const NOTHING_WATCHED = { file: "/lib/modules.nix", names: [] };

class NotRead extends Error {}

/** What a folder must have in it. */
const marks = {
  nixpkgs: ["nixpkgs", "nixos/lib/eval-config.nix"],
  "home-manager": ["Home Manager", "modules/modules.nix"],
  "nix-darwin": ["nix-darwin", "eval-config.nix"],
} as const;

function sourcesOf(word: string, flags: UpdateFlags, { cwd }: Context): Sources | Message {
  const words = { nixpkgs: word, "home-manager": flags.homeManager, "nix-darwin": flags.nixDarwin };
  const found: Record<string, string> = {};
  for (const [source, [what, mark]] of Object.entries(marks)) {
    const named = words[source as keyof typeof words];
    if (named === undefined) continue;
    const folder = path.resolve(cwd, named);
    if (!existsSync(folder) && !/^[./~]/u.test(named)) {
      found[source] = `(builtins.getFlake ${quoteString(named)}).outPath`;
      continue;
    }
    if (!existsSync(path.join(folder, mark))) return toolMessages["no-nixpkgs"](named, what);
    found[source] = `(/. + ${quoteString(folder)})`;
  }
  return found as unknown as Sources;
}

/**
 * Options of which it is known that the text of their default does not give it, or that their type merges as it does not tell;
 * lists beside the data have them.
 */
function differentOptions(
  out: string | undefined,
): (source: string, what: "defaults" | "types") => ReadonlySet<string> {
  const lists = new Map<string, ReadonlySet<string>>();
  return (source, what) => {
    const file = path.join(out ?? "", source, `different-${what}.json`);
    let list = lists.get(file);
    if (list === undefined) {
      const names = out !== undefined && existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as string[]) : [];
      lists.set(file, (list = new Set(names)));
    }
    return list;
  };
}

function write(
  folder: string,
  { files, counts, release }: ReleaseFacts,
  packages: readonly string[],
  origin: Sources | undefined,
  context: Context,
): void {
  const all = new Map(files);
  if (origin !== undefined) {
    all.set("packages.json", `[\n${packages.map((name) => JSON.stringify(name)).join(",\n")}\n]\n`);
    all.set("README.txt", readme(release, origin));
  }
  replaceFolders(
    folder,
    Object.keys(counts).map((source) => `${source}/options`),
    all,
    context,
  );
}

function readme(release: string, origin: Sources): string {
  const lines = Object.entries(origin).map(([source, expression]) => `${source}: ${expression}\n`);
  return `Options and package names of NixOS ${release}, written by 'nivose paper update' from:\n\n${lines.join("")}`;
}

function tell(
  folder: string,
  { release, counts }: ReleaseFacts,
  packages: number,
  json: boolean,
  context: Context,
): void {
  const { stdout, stderr } = context;
  if (json) {
    const result = { version: JSON_VERSION, folder, release, options: counts, packages, diagnostics: [] };
    stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
    return;
  }
  stdout.write(fileLine(printable(folder), stdout));
  const told = Object.entries(counts).map(([source, count]) => `${counted(count, "option", "options")} of ${source}`);
  stderr.write(
    `read: ${told.join(", ")}, ${counted(packages, "package name", "package names")} of release ${release}\n`,
  );
}
