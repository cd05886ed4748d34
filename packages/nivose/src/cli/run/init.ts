/** `nivose init`. */

import path from "node:path";
import {
  applyPlan,
  ChangeRefused,
  createFile,
  effectOf,
  FILE_MODE,
  type Plan,
  PROGRAM_MODE,
} from "../../change/index.ts";
import { JSON_VERSION } from "../../report/json.ts";
import { printable, wrap } from "../../report/terminal-text.ts";
import { type Composed, compose } from "../../scaffold/compose.ts";
import { loadPreset } from "../../scaffold/presets/index.ts";
import { presetNames } from "../../scaffold/presets/names.ts";
import { newestRelease, releases } from "../../scaffold/release.ts";
import type { FleetSpec, PresetName } from "../../scaffold/spec/fleet-spec.ts";
import { fleetFields } from "../../scaffold/spec/fields.ts";
import { resolveSpec } from "../../scaffold/spec/resolve.ts";
import { templatesOf } from "../../scaffold/template.ts";
import { nearest } from "@nivose/nix/syntax";
import { scaffoldMessages } from "../../scaffold/messages.ts";
import { changeContext, finishInterrupted, placeOf, tellInterrupted, tellRecovered } from "../changes.ts";
import { type Context, fileLine, layoutOf } from "../context.ts";
import { ExitCode } from "../exit-codes.ts";
import { counted, Findings } from "../findings.ts";
import { askForSpec } from "../init/ask.ts";
import { openSecrets } from "../init/open-secrets.ts";
import { presetsFolder } from "../init/presets-folder.ts";
import { readSpec } from "../init/read-spec.ts";
import { type SpecFlags, strayParts, withFlags } from "../init/spec-of-flags.ts";
import { announceFiles, makeRepository, obstacleAt, type Target, targetOf } from "../init/target.ts";
import { refuse } from "../refuse.ts";
import { shellWord } from "../shell-word.ts";

interface InitFlags extends SpecFlags {
  readonly spec?: string;
  readonly printSpec: boolean;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly json: boolean;
}

export async function run(context: Context, flags: InitFlags, words: readonly string[]): Promise<ExitCode> {
  const [name = "", folder = "."] = words;
  if (!presetNames.includes(name as PresetName))
    return refuse(
      scaffoldMessages["unknown-preset"](name, presetNames.join(", "), nearest(name, presetNames)),
      context,
    );
  const preset = await loadPreset(name as PresetName);
  const target = targetOf(folder, context.cwd);
  const findings = new Findings(context, flags.json ? undefined : context.stderr);

  let base: FleetSpec = preset.founding;
  if (flags.spec !== undefined) {
    const read = await readSpec(flags.spec, fleetFields(preset.choices, releases), context);
    if (!("spec" in read)) {
      for (const problem of read.problems) findings.add(problem, flags.spec);
      return finish(undefined, target, findings, flags, context);
    }
    base = read.spec;
  }
  let spec = withFlags(base, flags, preset.founding);
  const stray = strayParts(spec, flags);
  if (stray.length > 0) {
    for (const problem of stray) findings.add(problem);
    return finish(undefined, target, findings, flags, context);
  }
  const surroundings = { releases, defaultRelease: newestRelease, folderName: path.basename(target.folder) };
  if (asks(flags, context)) {
    const answered = await askForSpec(spec, preset, surroundings, context);
    if (answered === undefined) return ExitCode.failure;
    spec = answered;
  }
  if (flags.printSpec) {
    context.stdout.write(`${JSON.stringify(spec, undefined, 2)}\n`);
    return ExitCode.ok;
  }
  const resolved = resolveSpec(spec, preset, surroundings);
  if (!resolved.ok) {
    for (const problem of resolved.problems) findings.add(problem, flags.spec);
    return finish(undefined, target, findings, flags, context);
  }
  const obstacle = obstacleAt(target.folder);
  if (obstacle !== undefined) {
    findings.add(scaffoldMessages["init-no-folder"](obstacle));
    return finish(undefined, target, findings, flags, context);
  }
  const templates = templatesOf(presetsFolder(), preset.name);
  const needsKey = preset.draw(resolved.fleet, templates).secrets.length > 0;
  const secrets = openSecrets(resolved.fleet, needsKey, preset.founding, target.folder, context);
  if ("problem" in secrets) {
    findings.add(secrets.problem);
    return finish(undefined, target, findings, flags, context);
  }
  const composed = await compose(preset, secrets.fleet, {
    templates,
    random: secrets.random,
    encrypt: secrets.encrypt,
  });
  if (flags.dryRun) tellInterrupted([target.folder], context);
  else await finishInterrupted([target.folder], context, findings);
  const plan = planOf(composed, target, preset.name);
  const effect = effectOf(plan, target.root);
  if (!effect.ok) {
    const occupied = effect.problems.filter(({ code }) => code === "change-occupied");
    const isFull = occupied.length > 3;
    if (isFull) findings.add(scaffoldMessages["init-occupied"](target.folder, occupied.length, plan.changes.length));
    for (const problem of effect.problems)
      if (!isFull || !occupied.includes(problem)) findings.add(problem, placeOf(problem, target.root, context));
    return finish(undefined, target, findings, flags, context);
  }
  if (flags.dryRun) return finish({ composed, notes: secrets.notes(false) }, target, findings, flags, context);
  try {
    const unmade = makeRepository(target, context);
    if (unmade !== undefined) {
      findings.add(unmade);
      return finish(undefined, target, findings, flags, context);
    }
    // now that there is a repository, its journal is there
    const change = changeContext(target.root, context);
    secrets.keepKey();
    // new files alone: there is nothing that Git would have to bring back
    const outcome = applyPlan(plan, change, { allowDirty: true });
    tellRecovered(outcome, target.root, context, findings);
    if (outcome.kind === "refused") {
      for (const problem of outcome.problems) findings.add(problem, placeOf(problem, target.root, context));
      return finish(undefined, target, findings, flags, context);
    }
    const unknown = announceFiles(
      target,
      plan.changes.map((each) => each.path),
      context,
    );
    // the files are there all the same
    if (unknown !== undefined) findings.add(unknown);
  } catch (error) {
    if (!(error instanceof ChangeRefused)) throw error;
    for (const problem of error.problems) findings.add(problem, placeOf(problem, target.root, context));
    return finish(undefined, target, findings, flags, context);
  }
  return finish({ composed, notes: secrets.notes(true) }, target, findings, flags, context);
}

/** Somebody at a terminal who has said nothing of the fleet is asked. */
function asks(flags: InitFlags, { stdin, stdout, stderr }: Context): boolean {
  const said =
    flags.empty === true || [flags.spec, flags.host, flags.user, flags.name].some((flag) => flag !== undefined);
  const seen = stdin.isTerminal && stdout.isTerminal && stderr.isTerminal;
  return !said && !flags.yes && !flags.json && !flags.printSpec && seen;
}

function planOf({ files }: Composed, { folder, root }: Target, preset: string): Plan {
  return {
    title: `Write a new repository, ${preset}`,
    changes: files.map((file) =>
      createFile(
        path.relative(root, path.join(folder, file.path)),
        file.text,
        file.isProgram ? PROGRAM_MODE : FILE_MODE,
      ),
    ),
  };
}

function finish(
  done: { readonly composed: Composed; readonly notes: readonly string[] } | undefined,
  target: Target,
  findings: Findings,
  { json, dryRun }: InitFlags,
  context: Context,
): ExitCode {
  const { stdout, stderr } = context;
  const paths = done?.composed.files.map((file) => file.path) ?? [];
  const notes = [...(done?.notes ?? []), ...(done?.composed.notes ?? [])];
  const next = done?.composed.next ?? [];
  if (json) {
    const result = {
      version: JSON_VERSION,
      folder: target.folder,
      written: done !== undefined && !dryRun,
      paths,
      notes,
      next,
    };
    stdout.write(`${JSON.stringify({ ...result, diagnostics: findings.json }, undefined, 2)}\n`);
    return findings.exitCode;
  }
  if (done === undefined) return findings.exitCode;
  const shown = path.relative(context.cwd, target.folder) || ".";
  if (dryRun) for (const each of paths) stdout.write(fileLine(path.join(shown, each), stdout));
  const { style, width } = layoutOf(context, stderr);
  stderr.write(
    `${dryRun ? "would write" : "written"}: ${counted(paths.length, "file", "files")} in ${printable(shown)}\n`,
  );
  for (const note of notes) stderr.write(`\n${wrap(`note: ${note}`, width).join("\n")}\n`);
  if (next.length > 0) {
    stderr.write("\nnext:\n");
    const commands = shown === "." ? next : [{ command: `cd ${shellWord(shown)}`, does: "" }, ...next];
    for (const { command, does } of commands)
      stderr.write(`  ${command}${does === "" ? "" : `  ${style.faint(`# ${does}`)}`}\n`);
  }
  return findings.exitCode;
}
