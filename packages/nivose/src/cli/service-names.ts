/** The services of the catalogue, for completion. */

import { catalogue } from "../services/catalogue.ts";
import type { Suggestion } from "./verb.ts";

export function serviceNames(): Suggestion[] {
  return Object.entries(catalogue).map(([word, { purpose, title }]) => ({ word, brief: purpose ?? title }));
}
