import { table } from "./facts.ts";

/** JSON as a table; an empty one for what is broken. */
export function parseJson(source: string): Readonly<Record<string, unknown>> {
  try {
    return table(JSON.parse(source) as unknown);
  } catch {
    return {};
  }
}
