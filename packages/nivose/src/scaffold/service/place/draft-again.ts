/** A service that runs, as it would be written with the numbers that it has now: to know what was written beside it. */

import { definedAt, isAlike } from "../../../check/hosts/defined.ts";
import { runningServices } from "../../../check/services/running.ts";
import { catalogue } from "../../../services/catalogue.ts";
import type { Service } from "../../../services/service.ts";
import { type Draft, draftThere } from "../draft/draft.ts";
import type { Surroundings } from "../draft/surroundings.ts";
import type { HostedService } from "../fleet/hosted.ts";
import { type Leaf, leavesOf, mentionsOf } from "../../../services/settings.ts";
import { filledIn, nixOf } from "../../../services/written.ts";
import { optionAt } from "./module-body.ts";

export function draftAgain(
  name: string,
  service: HostedService,
  around: Surroundings,
  entry: Service = catalogue[name]!,
): Draft | undefined {
  const ports = Object.entries(entry.ports ?? {}).flatMap(([port, { number, set }]) => {
    const leaves = [set ?? {}, entry.enable ?? {}].flatMap((settings) => leavesOf(settings));
    const found =
      leaves.map((leaf) => numberSaid(port, leaf, service, entry)).find((each) => each !== undefined) ??
      leaves.map((leaf) => numberWritten(port, leaf, service, around)).find((each) => each !== undefined);
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

/** As it stands in a file, where nothing is known to listen on it. */
function numberWritten(
  port: string,
  { path, value }: Leaf,
  { path: own, host }: HostedService,
  { repository }: Surroundings,
): number | undefined {
  const { ports, secrets, answers } = mentionsOf(value);
  if (!ports.includes(port) || secrets.length + answers.length > 0) return undefined;
  const filled = filledIn(value, {
    port: (name) => (name === port ? OWN_PORT : OTHER_PORT),
    address: () => ADDRESS,
    secret: () => null,
    answer: () => null,
  });
  const [before = "", after = ""] = withoutBlanks(nixOf(filled))
    .split(String(OWN_PORT), 2)
    .map((part) =>
      part
        .replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
        .replaceAll(ADDRESS, '[^"]*')
        .replaceAll(String(OTHER_PORT), String.raw`\d+`),
    );
  const pattern = new RegExp(`^${before}(\\d+)${after}$`, "u");
  const option = [...own, ...path];
  for (const { file } of definedAt(option, host, repository)) {
    const source = repository.files.get(file);
    const found = source === undefined ? undefined : optionAt(source, option);
    const number = found === undefined ? null : pattern.exec(withoutBlanks(source!.text(found.value)));
    if (number !== null) return Number(number[1]);
  }
  return undefined;
}

function withoutBlanks(text: string): string {
  return text.replaceAll(/\s+/gu, "");
}

/** What no port has for a number, and no address for a name. */
const OWN_PORT = 4_242_424_242;
const OTHER_PORT = 4_343_434_343;
const ADDRESS = "@address@";

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
