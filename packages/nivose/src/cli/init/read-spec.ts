import type { Message } from "@nivose/nix/message";
import { scaffoldMessages } from "../../scaffold/messages.ts";
import { checkField } from "../../scaffold/spec/check.ts";
import type { RecordField } from "../../scaffold/spec/field.ts";
import type { FleetSpec } from "../../scaffold/spec/fleet-spec.ts";
import type { Context } from "../context.ts";
import { fileProblem } from "../sources.ts";
import { readFile } from "node:fs/promises";
import path from "node:path";

/** Checked for its form, so that flags can be laid over it. What it says as a whole is checked later. */
export async function readSpec(
  name: string,
  fields: RecordField,
  context: Context,
): Promise<{ readonly spec: FleetSpec } | { readonly problems: readonly Message[] }> {
  let bytes: Uint8Array;
  try {
    bytes = name === "-" ? await context.stdin.read() : await readFile(path.resolve(context.cwd, name));
  } catch (error) {
    return { problems: [fileProblem(error, name)] };
  }
  const read = jsonOf(bytes);
  if ("reason" in read) return { problems: [scaffoldMessages["spec-json"](read.reason)] };
  const problems = checkField(read.value, fields, "");
  return problems.length > 0 ? { problems } : { spec: read.value as FleetSpec };
}

function jsonOf(bytes: Uint8Array): { readonly value: unknown } | { readonly reason: string } {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { reason: "it is not UTF-8" };
  }
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { reason: placeOfMistake(text, error as Error) };
  }
}

/** V8's words are its own, but it knows the place. */
function placeOfMistake(text: string, { message }: Error): string {
  if (text.trim() === "") return "it is empty";
  const [, position] = /at position (\d+)/u.exec(message) ?? [];
  if (position === undefined) return "it ends too early";
  const before = text.slice(0, Number(position)).split("\n");
  return `it goes wrong in line ${before.length}, column ${before.at(-1)!.length + 1}`;
}
