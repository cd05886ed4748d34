/** Secrets of repositories in memory, as `sops` leaves them to be read: their names, and nothing of what they are. */

import { type Files, fleetOf, testContext } from "../../tests/scaffold/regrow/lab.ts";

/** In place of those of the tests, which have no names. */
export async function readable(lab: Files): Promise<Files> {
  const { fleet, preset } = await fleetOf(lab);
  const files = new Map(lab);
  for (const { path: file, document } of preset.draw(fleet, testContext.templates(preset)).secrets)
    if (files.has(file)) files.set(file, encrypted(document));
  return files;
}

export function encrypted(document: string): string {
  return `${document.replaceAll(/(: ).+$/gmu, "$1ENC[AES256_GCM,data:x]")}sops:\n    mac: x\n`;
}
