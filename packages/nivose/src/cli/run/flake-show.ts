/** `nivose flake show`. */

import type { EvalFailure, ShownMember, ShownOutput } from "@nivose/nix/evaluation";
import { advise } from "../../advice/advise.ts";
import { localFailure } from "../../advice/places/local-failure.ts";
import { fromByteText, readableBytes } from "../../report/byte-text.ts";
import { toolMessages } from "../../report/messages.ts";
import type { Style } from "../../report/style.ts";
import { type Context, layoutOf } from "../context.ts";
import type { EvaluationFlags } from "../evaluation-flags.ts";
import type { ExitCode } from "../exit-codes.ts";
import { Findings } from "../findings.ts";
import { askFlake } from "../flake-facts.ts";

interface ShowFlags extends EvaluationFlags {
  readonly json: boolean;
  readonly legacy: boolean;
  readonly allSystems: boolean;
}

export async function run(context: Context, flags: ShowFlags, words: readonly string[]): Promise<ExitCode> {
  const { legacy, allSystems } = flags;
  const facts = await askFlake(words[0], "flake-outputs", { show: { legacy, allSystems } }, flags, context);
  if (typeof facts === "number") return facts;
  const { stdout, stderr } = context;
  const outputs = facts.outputs!;
  const { style } = layoutOf(context, stdout);
  const { lockedUrl, resolvedUrl } = facts.metadata!;
  if (flags.json) stdout.write(`${JSON.stringify(jsonOf(outputs, [], context))}\n`);
  else
    for (const line of [style.strong(readableBytes(lockedUrl ?? resolvedUrl)), ...linesOf(outputs, "", style)])
      stdout.write(`${line}\n`);
  const findings = new Findings(context, stderr);
  for (const { path, reason, failure } of brokenIn(outputs, [])) {
    const output = path.join(".");
    const isLimit = failure.kind === "limit" || isUnknown(reason);
    const build = toolMessages[isLimit ? "output-out-of-reach" : "output-broken"];
    const message = build(output, readableBytes(reason), words[0] ?? ".");
    findings.addFailure(message, `the output '${output}' is broken`, await advise(localFailure(failure)));
  }
  return findings.exitCode;
}

function linesOf(output: ShownOutput, prefix: string, style: Style): string[] {
  if (output.kind !== "set") return [];
  return output.members
    .filter(({ output: inner }) => inner.kind !== "nothing")
    .flatMap(({ written, output: inner }, index, shown) => {
      const isLast = index === shown.length - 1;
      const header = `${style.faint(`${prefix}${isLast ? "└───" : "├───"}`)}${style.strong(readableBytes(written))}`;
      return [`${header}${describe(inner, style)}`, ...linesOf(inner, `${prefix}${isLast ? "    " : "│   "}`, style)];
    });
}

function isUnknown(reason: string): boolean {
  return /^(?:unknown|not) on paper: /u.test(reason);
}

function describe(output: ShownOutput, style: Style): string {
  switch (output.kind) {
    case "derivation":
      return `: ${output.what} '${readableBytes(output.name)}'`;
    case "app":
      return `: app: ${style.strong(readableBytes(output.description ?? "no description"))}`;
    case "template":
      return `: template: ${style.strong(readableBytes(output.description))}`;
    case "known":
      return `: ${style.limit(output.what)}`;
    case "omitted":
      return ` ${style.limit("omitted")} (use '${output.flag}' to show)`;
    case "broken":
      return isUnknown(output.reason) ? `: ${style.limit("unknown on paper")}` : `: ${style.mistake("broken")}`;
    default:
      return "";
  }
}

function jsonOf(output: ShownOutput, path: readonly string[], context: Context): unknown {
  switch (output.kind) {
    case "set":
      return Object.fromEntries(
        output.members.map(({ name, output: inner }) => [
          fromByteText(name),
          jsonOf(inner, [...path, fromByteText(name)], context),
        ]),
      );
    case "derivation":
      return { description: fromByteText(output.description), name: fromByteText(output.name), type: "derivation" };
    case "app":
      return {
        ...(output.description === undefined ? {} : { description: fromByteText(output.description) }),
        type: "app",
      };
    case "template":
      return { description: fromByteText(output.description), type: "template" };
    case "known":
      return { type: output.type };
    case "omitted":
      context.stderr.write(`warning: ${path.join(".")} omitted (use '${output.flag}' to show)\n`);
      return {};
    default:
      return {};
  }
}

function brokenIn(
  output: ShownOutput,
  path: readonly string[],
): { readonly path: readonly string[]; readonly reason: string; readonly failure: EvalFailure }[] {
  if (output.kind === "broken") return [{ path, reason: output.reason, failure: output.failure }];
  if (output.kind !== "set") return [];
  return output.members.flatMap(({ name, output: inner }: ShownMember) =>
    brokenIn(inner, [...path, fromByteText(name)]),
  );
}
