import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Message } from "@nivose/nix/message";
import { scaffoldMessages } from "../../scaffold/messages.ts";
import type { FleetSpec } from "../../scaffold/spec/fleet-spec.ts";
import type { Context } from "../context.ts";
import { fileProblem } from "../sources.ts";

/** What is in a spec is checked later; here it is only read. */
export async function readSpec(
  name: string,
  context: Context,
): Promise<{ readonly spec: FleetSpec } | { readonly problem: Message }> {
  let text: string;
  try {
    const bytes = name === "-" ? await context.stdin.read() : await readFile(path.resolve(context.cwd, name));
    text = new TextDecoder().decode(bytes);
  } catch (error) {
    return { problem: fileProblem(error, name) };
  }
  try {
    return { spec: JSON.parse(text) as FleetSpec };
  } catch (error) {
    return { problem: scaffoldMessages["spec-json"](placeOfMistake(text, error as Error)) };
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
