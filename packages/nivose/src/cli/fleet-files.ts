/** The files of a repository that say something of its fleet and are no modules: `fleet.nix`, `flake.nix`, `flake.lock`. */

import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { EvalRequest } from "@nivose/nix/evaluation";
import { askGit } from "../change/git.ts";
import type { DataFile } from "../fleet/data/files.ts";
import { type FileAnswer, fileQuestion } from "../fleet/data/question.ts";
import { inputsOf } from "../fleet/inputs/inputs.ts";
import { attempting } from "../fleet/questions/shared.ts";
import type { ShownFlake } from "../fleet/show/shown.ts";
import { fromByteText, toByteText } from "../report/byte-text.ts";
import type { Context } from "./context.ts";
import type { EvaluationOptions } from "./evaluation-options.ts";
import type { FlakesHere } from "./flakes-here.ts";

/** Those at the top and beside each flake. */
export function dataFilesOf({ root, flakes }: FlakesHere, options: EvaluationOptions, { cwd }: Context): DataFile[] {
  return [...new Set(["", ...flakes])].flatMap((folder) => {
    const file = path.join(root, folder, "fleet.nix");
    const bytes = contentOf(file);
    if (bytes === undefined) return [];
    return [{ folder, name: path.relative(cwd, file), bytes, evaluate: () => evaluateData(file, options) }];
  });
}

/** By itself: it sees the files of its folder and nothing else. */
async function evaluateData(
  file: string,
  { settings, cache, maxCallDepth }: EvaluationOptions,
): Promise<FileAnswer | { readonly problem: string }> {
  const request: EvalRequest = {
    ...(cache === undefined ? {} : { cache }),
    ...(maxCallDepth === undefined ? {} : { maxCallDepth }),
    selections: [""],
    args: [],
    settings: { ...settings, pure: true, allowedPaths: [toByteText(path.dirname(file))], nixPath: [] },
    expression: { kind: "file", path: toByteText(file) },
    apply: Buffer.from(fileQuestion),
    output: "json",
    strict: true,
    location: false,
    watch: attempting,
  };
  // most are written out, and never come here
  const { evaluate } = await import("@nivose/nix/engine");
  const reply = await evaluate(request, { time: undefined, onTrace: () => {} });
  if (!reply.ok) return { problem: fromByteText(reply.failure.text) };
  return JSON.parse(fromByteText(reply.output)) as FileAnswer;
}

/** What the files of the flakes themselves say. */
export function readFlakes(
  { root, flakes }: FlakesHere,
  { environment }: Context,
): Pick<ShownFlake, "folder" | "inputs">[] {
  // a single flake has none beside it to lead to
  const remotes = flakes.length > 1 ? remotesOf(root, environment) : [];
  return flakes.map((folder) => {
    const flake = contentOf(path.join(root, folder, "flake.nix")) ?? new Uint8Array();
    const lock = contentOf(path.join(root, folder, "flake.lock"));
    return { folder, inputs: inputsOf({ folder, flake, lock }, { root, remotes }, flakes) };
  });
}

function remotesOf(root: string, environment: Context["environment"]): string[] {
  const answer = askGit(root, ["config", "--get-regexp", String.raw`^remote\..*\.url$`], environment);
  return answer.ok ? answer.output.split("\n").flatMap((line) => line.split(" ").slice(1, 2)) : [];
}

function contentOf(file: string): Uint8Array | undefined {
  try {
    // `/dev/zero` has no end
    return statSync(file).isFile() ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}
