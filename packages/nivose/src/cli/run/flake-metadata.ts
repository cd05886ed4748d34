/** `nivose flake metadata`. */

import type { FlakeMetadata, MetadataInput } from "@nivose/nix/evaluation";
import { readableBytes } from "../../report/byte-text.ts";
import { type Context, layoutOf } from "../context.ts";
import type { EvaluationFlags } from "../evaluation-flags.ts";
import { ExitCode } from "../exit-codes.ts";
import { askFlake } from "../flake-facts.ts";

interface MetadataFlags extends EvaluationFlags {
  readonly json: boolean;
}

export async function run(context: Context, flags: MetadataFlags, words: readonly string[]): Promise<ExitCode> {
  const facts = await askFlake(words[0], "flake-metadata", {}, flags, context);
  if (typeof facts === "number") return facts;
  const { stdout } = context;
  const metadata = facts.metadata!;
  if (flags.json) stdout.write(`${metadata.json}\n`);
  else for (const line of linesOf(metadata, context)) stdout.write(`${line}\n`);
  return ExitCode.ok;
}

function linesOf(metadata: FlakeMetadata, context: Context): string[] {
  const { style } = layoutOf(context, context.stdout);
  const { lastModified } = metadata;
  const facts: readonly (readonly [title: string, value: string | undefined])[] = [
    ["Resolved URL", metadata.resolvedUrl],
    ["Locked URL", metadata.lockedUrl],
    ["Description", metadata.description],
    ["Path", metadata.path],
    ["Revision", metadata.revision],
    ["Revisions", metadata.revisions],
    ["Last modified", lastModified === undefined ? undefined : localTime(lastModified)],
    ["Fingerprint", metadata.fingerprint],
  ];
  const lines = facts.flatMap(([title, value]) =>
    value === undefined ? [] : [`${style.strong(`${title}:`)}${" ".repeat(14 - title.length)}${readableBytes(value)}`],
  );
  if (metadata.inputs.length > 0) lines.push(style.strong("Inputs:"));
  return [...lines, ...inputLines(metadata.inputs, "", style.strong)];
}

function inputLines(inputs: readonly MetadataInput[], prefix: string, strong: (text: string) => string): string[] {
  return inputs.flatMap((input, index) => {
    const isLast = index === inputs.length - 1;
    const name = `${prefix}${isLast ? "└───" : "├───"}${strong(readableBytes(input.name))}`;
    if (input.follows !== undefined) return [`${name} follows input '${readableBytes(input.follows)}'`];
    const time = input.lastModified === undefined ? "" : ` (${utcTime(input.lastModified)})`;
    return [
      `${name}: ${readableBytes(input.url ?? "")}${time}`,
      ...inputLines(input.inputs, `${prefix}${isLast ? "    " : "│   "}`, strong),
    ];
  });
}

function utcTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace("T", " ");
}

function localTime(seconds: number): string {
  const date = new Date(seconds * 1000);
  return utcTime(seconds - date.getTimezoneOffset() * 60);
}
