/** `nivose check`. */

import path from "node:path";
import type { Message } from "@nivose/nix/message";
import { type Baseline, baselineOf, withoutKnown } from "../../check/baseline.ts";
import { type Class, type Finding, type Level, levels } from "../../check/finding.ts";
import { checkMessages } from "../../check/messages.ts";
import { FindingSources } from "../../check/report/finding-sources.ts";
import type { Selection } from "../../check/select.ts";
import type { Repository } from "../../check/source/repository.ts";
import { printable } from "../../report/terminal-text.ts";
import { baselinePlace, readBaseline, writeBaseline } from "../check/baseline-file.ts";
import { checkOut } from "../check/before.ts";
import { checkFleet, type CheckFlags, type FleetFindings } from "../check/check-fleet.ts";
import { selectionProblem } from "../check/known-rules.ts";
import { mend, type Mended, showMended, writeMended } from "../check/mend.ts";
import { readRepository, type RepositoryRead } from "../check/read-repository.ts";
import { type Format, summary, write } from "../check/write-findings.ts";
import type { Context } from "../context.ts";
import { ExitCode } from "../exit-codes.ts";
import { counted, Findings } from "../findings.ts";
import { type FlakesHere, flakesAt } from "../flakes-here.ts";
import { refuse } from "../refuse.ts";

interface Flags extends CheckFlags {
  readonly flake?: string;
  readonly source: boolean;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly class?: Class;
  readonly pedantic: boolean;
  readonly changed?: string;
  readonly baseline?: string;
  readonly writeBaseline: boolean;
  readonly fix: boolean;
  readonly dryRun: boolean;
  readonly allowDirty: boolean;
  readonly failOn?: Level;
  readonly watch: boolean;
  readonly format?: Format;
  readonly json: boolean;
}

export async function run(context: Context, flags: Flags): Promise<ExitCode> {
  const selection = selectionOf(flags);
  const problem = selectionProblem(selection) ?? flagProblem(flags);
  if (problem !== undefined) return refuse(problem, context);
  const here = flakesAt(flags.flake ?? ".", context);
  if (flags.watch) return (await import("../check/watch.ts")).watch({ here, selection, flags, context });
  const all = await checkNow(here, selection, flags, context);
  if ("code" in all) return refuse(all, context);
  if (flags.writeBaseline) return writeAll(all, here, flags, context);
  if (!flags.fix) return tell(all, here, flags, context);

  if (flags.dryRun) {
    const mended = mendedOf(all, selection);
    await showMended(mended, all.repository, here.root, context);
    context.stderr.write(`would mend ${counted(mended.count, "finding", "findings") || "nothing"}\n`);
    return ExitCode.ok;
  }
  const done = await mendAll(all, here, selection, flags, context);
  if (typeof done === "number") return done;
  return "code" in done ? refuse(done, context) : tell(done, here, flags, context);
}

/** Hosts are evaluated anew after each round: what was evaluated is not known of the files as they are then. */
async function mendAll(
  first: CheckedNow,
  here: FlakesHere,
  selection: Selection,
  flags: Flags,
  context: Context,
): Promise<CheckedNow | Message | ExitCode> {
  const names = new Set<string>();
  let count = 0;
  let all = first;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const mended = mendedOf(all, selection);
    if (mended.count === 0) break;
    const findings = new Findings(context, context.stderr);
    // what the round before has written is in no commit
    const allowDirty = flags.allowDirty || round > 0;
    const done = await writeMended(mended, all.repository, here.root, { allowDirty }, findings, context);
    if (findings.exitCode !== ExitCode.ok) return findings.exitCode;
    for (const name of done) names.add(name);
    count += mended.count;
    const next = await checkNow(here, selection, flags, context);
    if ("code" in next) return next;
    all = next;
  }
  const files = counted(names.size, "file", "files");
  context.stderr.write(
    count === 0 ? "nothing to mend\n" : `mended ${counted(count, "finding", "findings")} in ${files}\n`,
  );
  return all;
}

/** A rule whose fix leaves what it finds would go on for ever. */
const MOST_ROUNDS = 10;

function mendedOf({ told, repository, isNew }: CheckedNow, selection: Selection): Mended {
  return mend(told, repository, selection, (finding, now) => isNew([finding], now).length > 0);
}

interface CheckedNow extends FleetFindings {
  readonly repository: RepositoryRead;
  /** Those that neither the baseline nor the state before has. */
  readonly isNew: (findings: readonly Finding[], repository: Repository) => readonly Finding[];
}

async function checkNow(
  here: FlakesHere,
  selection: Selection,
  flags: Flags,
  context: Context,
): Promise<CheckedNow | Message> {
  const baseline = flags.writeBaseline
    ? {}
    : readBaseline(baselinePlace(here.root, flags.baseline, context), flags.baseline !== undefined, context);
  if ("code" in baseline) return baseline as Message;
  const before =
    flags.changed === undefined
      ? undefined
      : await checkBefore(here, flags.changed || "HEAD", selection, flags, context);
  if (before !== undefined && "code" in before) return before;
  const repository = readRepository(here, context);
  const found = await checkFleet({ here, repository, selection, flags, context, before: before?.fleet });
  if ("code" in found) return found;
  const isNew: CheckedNow["isNew"] = (findings, now) => {
    const bytesOf = bytesIn(now);
    const unknown = before === undefined ? findings : withoutKnown(findings, before.known, bytesOf);
    return withoutKnown(unknown, baseline as Baseline, bytesOf);
  };
  return { ...found, told: isNew(found.told, repository), repository, isNew };
}

/** What was found at a revision, whatever comments allow there. */
async function checkBefore(here: FlakesHere, revision: string, selection: Selection, flags: Flags, context: Context) {
  const folder = checkOut(here.root, revision, context);
  if (typeof folder !== "string") return folder;
  const then =
    here.flakes.length === 1 && here.flakes[0] !== ""
      ? { root: folder, flakes: here.flakes }
      : flakesAt(folder, context);
  const repository = readRepository(then, context);
  const found = await checkFleet({ here: then, repository, selection, flags, context, isQuiet: true });
  if ("code" in found) return found;
  return { known: baselineOf([...found.told, ...found.suppressed], bytesIn(repository)), fleet: found.fleet };
}

function writeAll({ told, repository }: CheckedNow, { root }: FlakesHere, flags: Flags, context: Context): ExitCode {
  const place = baselinePlace(root, flags.baseline, context);
  const problem = writeBaseline(place, baselineOf(told, bytesIn(repository)), context);
  if (problem !== undefined) return refuse(problem, context);
  context.stderr.write(
    `written: ${path.relative(context.cwd, place)}, with ${counted(told.length, "finding", "findings") || "no findings"}\n`,
  );
  return ExitCode.ok;
}

async function tell(
  { told, suppressed, fleet, repository }: CheckedNow,
  { root }: FlakesHere,
  flags: Flags,
  context: Context,
): Promise<ExitCode> {
  const sources = new FindingSources(repository, path.relative(context.cwd, root), told);
  await write(told, sources, flags.json ? "json" : (flags.format ?? "text"), context);
  const unknown = [
    ...(fleet?.hosts ?? []).map(({ host, problem }) => ({ name: host.name, problem })),
    ...(fleet?.broken ?? []).map(({ flake, output, problem }) => ({ name: output ?? (flake || "the flake"), problem })),
  ].filter(({ problem }) => problem?.isLimit === true);
  for (const { name, problem } of unknown)
    context.stderr.write(
      `not checked: ${printable(name)}, because ${printable(problem!.problem.split("\n", 1)[0]!)}\n`,
    );
  context.stderr.write(`${summary(told, suppressed, repository.files.size, fleet?.hosts.length)}\n`);
  const unread = new Findings(context, context.stderr);
  for (const problem of repository.problems) unread.add(problem);
  const least = levels.indexOf(flags.failOn ?? "warning");
  if (told.some(({ level }) => levels.indexOf(level) <= least)) return ExitCode.failure;
  if (unread.exitCode !== ExitCode.ok) return unread.exitCode;
  return unknown.length > 0 ? ExitCode.limit : ExitCode.ok;
}

function bytesIn({ files, read }: Repository): (file: string) => Uint8Array | undefined {
  return (file) => files.get(file)?.bytes ?? read(file);
}

function flagProblem({
  writeBaseline: writes,
  fix,
  dryRun,
  allowDirty,
  changed,
  watch,
  json,
  format,
}: Flags): Message | undefined {
  const given = {
    "--fix": fix,
    "--write-baseline": writes,
    "--changed": changed !== undefined,
    "--json": json,
    "--format": format !== undefined,
  };
  const apart = (["--fix", "--changed"] as const).find((flag) => given[flag]);
  if (writes && apart !== undefined) return checkMessages["flags-apart"]("--write-baseline", apart);
  const unneeded = Object.entries({ "--dry-run": dryRun, "--allow-dirty": allowDirty }).find(([, isGiven]) => isGiven);
  if (!fix && unneeded !== undefined) return checkMessages["flag-without-fix"](unneeded[0]);
  const stray = Object.entries(given).find(([, isGiven]) => isGiven);
  return watch && stray !== undefined ? checkMessages["watch-with-others"](stray[0]) : undefined;
}

function selectionOf({ only, skip, class: sureness, pedantic, source }: Flags): Selection {
  const split = (words: readonly string[] = []): string[] =>
    // an empty word is what an unset variable of a shell leaves, and it must not mean all of them
    words.flatMap((word) => word.split(","));
  return {
    only: split(only),
    skip: split(skip),
    class: sureness ?? "heuristic",
    isPedantic: pedantic,
    isSourceOnly: source,
  };
}
