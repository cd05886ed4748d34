/** Figures that nobody reads: those of services that were there before Prometheus, and those of a host that has none. */

import { listed } from "../../check/services/words.ts";
import { catalogue } from "../../services/catalogue.ts";
import type { Settings, Value } from "../../services/settings.ts";
import { filledIn, nixOf } from "../../services/written.ts";
import { type Draft } from "./draft/draft.ts";
import { scrapeOf } from "./draft/elsewhere.ts";
import type { Surroundings } from "./draft/surroundings.ts";
import { servicesOn } from "./fleet/hosted.ts";
import { draftAgain } from "./place/draft-again.ts";

/** Each as a sentence. `around` is without the service. */
export function unwatchedNotes(draft: Draft, around: Surroundings): readonly string[] {
  if (draft.name === "prometheus") return missedNotes(around);
  const isFigures = (draft.service.offers ?? []).some(({ kind }) => kind === "metrics");
  const isWatched = around.services.some(({ name }) => name === "prometheus");
  if (!isFigures || isWatched) return [];
  const host = around.host.host.name;
  const port = draft.ports.find(({ name }) => name === draft.service.metrics?.port)?.number;
  const job = {
    job_name: draft.name,
    static_configs: [{ targets: [port === undefined ? host : `${host}:${port}`] }],
  };
  return [
    `No Prometheus runs on ${host}, and that of another host is not told of it: there, '${inOneLine([job])}' reads its figures.`,
  ];
}

function missedNotes(around: Surroundings): readonly string[] {
  const { host } = around;
  const missed = servicesOn(host).flatMap((each) => {
    const entry = catalogue[each.name]!;
    const draft = entry.metrics === undefined ? undefined : draftAgain(each.name, each, around);
    return draft === undefined ? [] : [{ title: entry.title, settings: settingsFor(draft) }];
  });
  return missed.length === 0
    ? []
    : [
        `Prometheus does not read the figures of ${listed(missed.map(({ title }) => title))}, which ran on ${host.host.name} before it. These lines in a file of the host make it do so: '${missed.map(({ settings }) => linesOf(settings)).join(" ")}'`,
      ];
}

function settingsFor(draft: Draft): Settings {
  const portOf = (name: string): Value => draft.ports.find((port) => port.name === name)?.number ?? 0;
  return filledIn(scrapeOf(draft, portOf), {
    port: portOf,
    address: () => "127.0.0.1",
    secret: () => null,
    answer: () => null,
  }) as Settings;
}

/** Each option that is not a set by itself: they may stand beside what else is said of the same service. */
function linesOf(settings: Settings): string {
  return leaves(settings, []).join(" ");
}

function leaves(settings: Settings, path: readonly string[]): string[] {
  return Object.entries(settings).flatMap(([name, value]) => {
    const at = [...path, name];
    const isSet = typeof value === "object" && value !== null && !Array.isArray(value) && !("$nix" in value);
    return isSet ? leaves(value as Settings, at) : [`${at.join(".")} = ${plain(nixOf(value))};`];
  });
}

function inOneLine(jobs: readonly Value[]): string {
  return `services.prometheus.scrapeConfigs = ${plain(nixOf(jobs))};`;
}

function plain(nix: string): string {
  return nix.replaceAll(/\s*\n\s*/gu, " ");
}
