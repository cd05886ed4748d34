/** A service in a host's own files: in a file of its own that is imported, or among the bindings of one that is there. */

import type { Message } from "@nivose/nix/message";
import { formatText } from "../../format-text.ts";
import { provenance } from "../../../services/provenance.ts";
import { type Settings, settingsAt, withSettings } from "../../../services/settings.ts";
import type { Draft } from "../draft/draft.ts";
import { openingOf, scrapeOf, secretsOf } from "../draft/elsewhere.ts";
import { stateOf } from "../draft/kept-state.ts";
import { backupsFact } from "../../../check/hosts/facts/backups.ts";
import type { Surroundings } from "../draft/surroundings.ts";
import { argumentsIn } from "./arguments.ts";
import { bindings, filledIn } from "../../../services/written.ts";

export interface PlainSettings {
  /** From the root: the service's own. */
  readonly own: Settings;
  /** From the root: everything else. */
  readonly beside: Settings;
  readonly notes: readonly string[];
}

/** All that has to be said on the host, with numbers and paths as they are. `from` is the file that it is written in. */
export function plainSettings(draft: Draft, around: Surroundings, from: string): PlainSettings | Message {
  const secrets = secretsOf(draft, around, from);
  if ("code" in secrets) return secrets;
  const portOf = (name: string): number => draft.ports.find((port) => port.name === name)?.number ?? 0;
  const fill = (settings: Settings): Settings =>
    filledIn(settings, {
      port: portOf,
      address: (name) => draft.ports.find((port) => port.name === name)?.address ?? "0.0.0.0",
      secret: (name) => secrets.paths[name] ?? null,
      answer: (name) => draft.answers.get(name) ?? null,
    }) as Settings;
  const opening = openingOf(draft, around, ({ number }) => number);
  const hasBackup = (around.host.fact(backupsFact)?.jobs ?? []).length > 0;
  const watches = around.services.some(({ name }) => name === "prometheus") && draft.name !== "prometheus";
  const beside = [
    draft.beside,
    opening.beside,
    secrets.beside,
    ...(hasBackup ? [stateOf(draft, around).dumps] : []),
    ...(watches ? [scrapeOf(draft, portOf)] : []),
  ].reduce(withSettings, {});
  return {
    own: settingsAt(draft.path, fill(withSettings(draft.own, opening.own))),
    beside: fill(beside),
    notes: secrets.notes,
  };
}

export function heading({ service, name }: Draft): string {
  const { title, purpose, version } = service;
  const about =
    purpose === undefined
      ? title
      : `${title}: ${/^[A-Z][a-z ]/u.test(purpose) ? purpose[0]!.toLowerCase() + purpose.slice(1) : purpose}`;
  return `# ${about}.\n${provenance(name, version ?? 1)}`;
}

/** The whole file. */
export function plainFile(draft: Draft, { own, beside }: PlainSettings, name: string): string {
  const body = bindings(withSettings(own, beside));
  const taken = argumentsIn(body);
  const head = taken.length === 0 ? "" : `{ ${[...taken, "..."].join(", ")} }:\n`;
  return formatText(`${heading(draft)}\n${head}{\n${body}\n}\n`, name);
}
