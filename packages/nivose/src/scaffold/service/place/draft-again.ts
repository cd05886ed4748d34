/** A service that runs, as it would be written with the numbers that it has now: to know what was written beside it. */

import { isAlike } from "../../../check/hosts/defined.ts";
import { runningServices } from "../../../check/services/running.ts";
import { catalogue } from "../../../services/catalogue.ts";
import type { Service } from "../../../services/service.ts";
import { type Draft, draftThere } from "../draft/draft.ts";
import type { Surroundings } from "../draft/surroundings.ts";
import type { HostedService } from "../fleet/hosted.ts";
import { type Leaf, leavesOf } from "../said-ports.ts";

export function draftAgain(
  name: string,
  service: HostedService,
  around: Surroundings,
  entry: Service = catalogue[name]!,
): Draft | undefined {
  const ports = Object.entries(entry.ports ?? {}).flatMap(([port, { number, set }]) => {
    const leaves = [set ?? {}, entry.enable ?? {}].flatMap((settings) => leavesOf(settings));
    const found = leaves.map((leaf) => numberSaid(port, leaf, service, entry)).find((each) => each !== undefined);
    return found === undefined || found === number ? [] : [`${port}=${found}`];
  });
  const answers = Object.entries(entry.asks ?? {}).map(([question, { example, usual }]) => {
    const answer = usual ?? example;
    return `${question}=${typeof answer === "string" ? answer : JSON.stringify(answer)}`;
  });
  const wish = { name, host: around.host.host.name, ports, settings: answers, withNeeds: false };
  const draft = draftThere(wish, entry, around);
  return "code" in draft ? undefined : draft;
}

/** The number of a port, if this setting says it. */
function numberSaid(port: string, { path, value }: Leaf, service: HostedService, entry: Service): number | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if ("$text" in value) return numberIn(valueOf(path, service), String(value.$text), port, entry);
  if (!("$port" in value) || value.$port !== port) return undefined;
  const option = path.join(".");
  return service.listeners.find(({ options }) =>
    options.some((each) => each.slice(service.path.length).join(".") === option),
  )?.port;
}

/** Several ports may be said in one text, each in words of its own, and perhaps at another address than it usually is. */
function numberIn(text: unknown, template: string, port: string, { ports = {} }: Service): number | undefined {
  const lines = template.split("\n").filter((line) => line.includes(`{${port}.port}`));
  if (typeof text !== "string" || lines.length === 0) return undefined;
  const found = [usualAddresses(lines[0]!, ports), lines[0]!]
    .map((line) => line.split(`{${port}.port}`).map((part) => patternOf(part)))
    .map(([before = "", after = ""]) => new RegExp(`^\\s*${before}(\\d+)${after}\\s*$`, "mu").exec(text))
    .find((match) => match !== null);
  return found === undefined ? undefined : Number(found[1]);
}

function usualAddresses(line: string, ports: NonNullable<Service["ports"]>): string {
  return line.replaceAll(/\{([\w-]+)\.address\}/gu, (mention, name: string) => ports[name]?.address ?? mention);
}

function patternOf(part: string): string {
  const isSpecial = /[.*+?^${}()|[\]\\]/gu;
  return part.replaceAll(isSpecial, String.raw`\$&`).replaceAll(/\\\{[\w-]+\\\.\w+\\\}/gu, ".+");
}

function valueOf(path: readonly string[], { path: own, host }: HostedService): unknown {
  const running = (host.fact(runningServices) ?? []).find((each) => isAlike(each.path, own));
  return running?.values[path.join(".")];
}
