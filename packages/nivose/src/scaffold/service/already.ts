/** A service that runs on a host already, held against what is asked for: what is so already changes nothing, and anything else is not overwritten. */

import { definedAt } from "../../check/hosts/defined.ts";
import type { EvaluatedHost } from "../../check/hosts/evaluated-fleet.ts";
import { tellOption } from "../../check/services/words.ts";
import type { Repository } from "../../check/source/repository.ts";
import type { Service } from "../../services/service.ts";
import { isSettings, isWritten, mentionsOf, type Settings, type Value } from "../../services/settings.ts";
import type { GrowProblem, Grown } from "../growth.ts";
import { servicesOn } from "./fleet/hosted.ts";
import { serviceMessages } from "./messages.ts";
import { filledIn, type Filling, nixOf } from "../../services/written.ts";
import { type Asked, pathOf } from "./wish.ts";

type Path = readonly string[];

interface Place {
  readonly host: EvaluatedHost;
  readonly repository: Repository;
}

/** What is said of one that runs. */
export function alreadyThere(title: string, host: string, problem: GrowProblem | undefined): Grown {
  if (problem !== undefined) return { ok: false, problems: [problem] };
  const notes = [`${title} runs on ${host} already.`];
  return { ok: true, growth: { title: `Add ${title} to ${host}`, files: new Map(), notes, next: [] } };
}

/** The first of these options that has another value on the host; `enable` is where the service is turned on. */
export function differingOption(
  title: string,
  wanted: Settings,
  enable: Path,
  { host, repository }: Place,
): GrowProblem | undefined {
  const other = leavesOf(wanted).find(([path, value]) => !isSaid(path, value, { host, repository }));
  return other === undefined ? undefined : differs(title, other[0], nixOf(other[1]), enable, { host, repository });
}

/** The same of a service of the catalogue, whose ports and questions are options, too. */
export function differingWish(
  name: string,
  service: Service,
  { ports, settings, answers }: Asked,
  place: Place,
): GrowProblem | undefined {
  const path = pathOf(service);
  const enable = [...path, "enable"];
  const listening = servicesOn(place.host).find((each) => each.name === name)?.listeners ?? [];
  for (const [port, number] of ports) {
    if (listening.some((each) => each.port === number)) continue;
    const entry = service.ports?.[port];
    const said = [entry?.set ?? {}, service.enable].flatMap((each) => leavesOf(each));
    const [option, written] = said.find(([, value]) => mentionsOf([value]).ports.includes(port)) ?? [
      ["enable"],
      number,
    ];
    const value = nixOf(
      filledIn(written, { ...nothing, port: (name) => (name === port ? number : (ports.get(name) ?? null)) }),
    );
    return differs(service.title, [...path, ...option], value, enable, place);
  }
  const answered = [...answers].flatMap(([question, value]) =>
    pathsOf({ $answer: question }, [service.enable]).map((option) => [option, value] as const),
  );
  const all = [...answered, ...leavesOf(settings)].map(([option, value]) => [[...path, ...option], value] as const);
  const other = all.find(([option, value]) => !isSaid(option, value, place));
  return other === undefined ? undefined : differs(service.title, other[0], nixOf(other[1]), enable, place);
}

const nothing: Filling = { port: () => null, address: () => null, secret: () => null, answer: () => null };

function differs(title: string, option: Path, value: string, enable: Path, { host, repository }: Place): GrowProblem {
  const [own] = definedAt(option, host, repository);
  const isSet = own?.range !== undefined;
  const [at] = isSet ? [own] : definedAt(enable, host, repository);
  const message = serviceMessages["service-there"](title, host.host.name, tellOption(option), value, isSet);
  if (at === undefined) return { message };
  return { message, file: at.file, ...(at.range === undefined ? {} : { range: at.range }) };
}

function isSaid(path: Path, value: Value, { host, repository }: Place): boolean {
  const wanted = nixOf(value);
  const recorded = (host.record?.options ?? []).find(
    (each) => each.path.length === path.length && path.every((name, index) => each.path[index] === name),
  );
  if (recorded?.answer.kind === "option" && recorded.answer.value === wanted) return true;
  return definedAt(path, host, repository).some(({ file, range }) => {
    const source = repository.files.get(file);
    if (source === undefined || range === undefined) return false;
    const text = Buffer.from(source.bytes.subarray(range.start)).toString();
    return text.replace(/^[^=]*=\s*/u, "").startsWith(`${wanted};`);
  });
}

function leavesOf(settings: Settings, at: Path = []): (readonly [Path, Value])[] {
  return Object.entries(settings).flatMap(([name, value]) =>
    isSettings(value) ? leavesOf(value, [...at, name]) : [[[...at, name], value] as const],
  );
}

/** The options that are just this. */
function pathsOf(written: Value, all: readonly Settings[]): Path[] {
  return all
    .flatMap((settings) => leavesOf(settings))
    .filter(([, value]) => isWritten(value) && JSON.stringify(value) === JSON.stringify(written))
    .map(([path]) => path);
}
