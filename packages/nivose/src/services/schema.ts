/** Whether a file of `data/services` says what a service is, in the words of the types, and mentions only what it has. */

import type { Service } from "./service.ts";
import { mentionsOf, type Settings, type Value } from "./settings.ts";

/** What is wrong with it, each as a place and a reason. Nothing, if it is a service. */
export function serviceProblems(entry: unknown): readonly string[] {
  const shape = service(entry, "the entry");
  return shape.length > 0 ? shape : [...mentionProblems(entry as Service), ...releaseProblems(entry as Service)];
}

type Check = (value: unknown, place: string) => readonly string[];

const is =
  (what: string, holds: (value: unknown) => boolean): Check =>
  (value, place) =>
    holds(value) ? [] : [`${place} is not ${what}`];

const anyText = is("a text", (value) => typeof value === "string" && value.trim() !== "");
const text = is("a line of text", (value) => typeof value === "string" && /^\S(?:[^\n]*\S)?$/u.test(value));
const address = is("an address", (value) => typeof value === "string");
const yes = is("true, which is all that it can be", (value) => value === true);
const no = is("false", (value) => value === false);
const option = is("an option", (value) => typeof value === "string" && /^[^.\s][^.]*(?:\.[^.]+)*$/u.test(value));
const name = is("a name", (value) => typeof value === "string" && /^[a-z][a-z0-9-]*$/u.test(value));
const folder = is("a folder", (value) => typeof value === "string" && /^\/[^\s]*[^\s/]$/u.test(value));
const number = is("a port", (value) => Number.isInteger(value) && Number(value) > 0 && Number(value) < 65_536);
const release = is("a release", (value) => typeof value === "string" && /^\d\d\.(?:0[3-59]|1[0-2])$/u.test(value));
const version = is("a version", (value) => Number.isInteger(value) && Number(value) > 0);
const json = is("a value", (value) => value !== undefined);

const one =
  (...words: readonly string[]): Check =>
  (value, place) =>
    words.includes(value as string) ? [] : [`${place} is none of ${words.join(", ")}`];

const either =
  (...checks: readonly Check[]): Check =>
  (value, place) => {
    const all = checks.map((check) => check(value, place));
    return all.some(({ length }) => length === 0) ? [] : all[0]!;
  };

const list =
  (check: Check): Check =>
  (value, place) => {
    if (!Array.isArray(value) || value.length === 0) return [`${place} is no list with something in it`];
    return value.flatMap((each, index) => check(each, `${place}.${index}`));
  };

const nothing = is("a list", (value) => Array.isArray(value) && value.length === 0);

const isSet = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const each =
  (nameCheck: Check, check: Check): Check =>
  (value, place) => {
    if (!isSet(value)) return [`${place} is no set`];
    return Object.entries(value).flatMap(([key, inner]) => [
      ...nameCheck(key, `${place}.${key}`),
      ...check(inner, `${place}.${key}`),
    ]);
  };

const set =
  (required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (value, place) => {
    if (!isSet(value)) return [`${place} is no set`];
    const missing = Object.keys(required).filter((key) => !(key in value));
    return [
      ...missing.map((key) => `${place} has no ${key}`),
      ...Object.entries(value).flatMap(([key, inner]) => {
        const check = Object.hasOwn(required, key) ? required[key] : optional[key];
        return check === undefined ? [`${place} has ${key}, which nobody knows`] : check(inner, `${place}.${key}`);
      }),
    ];
  };

const words: Readonly<Record<string, Check>> = {
  $port: name,
  $address: name,
  $secret: name,
  $answer: name,
  $text: anyText,
  $nix: anyText,
};

/** Sets may have any names, but none that begin with a dollar beside others. */
const value: Check = (given, place) => {
  if (Array.isArray(given)) return given.flatMap((inner, index) => value(inner, `${place}.${index}`));
  if (!isSet(given)) return json(given, place);
  const dollars = Object.keys(given).filter((key) => key.startsWith("$"));
  if (dollars.length === 0) return Object.entries(given).flatMap(([key, inner]) => value(inner, `${place}.${key}`));
  const [word] = dollars;
  if (Object.keys(given).length > 1 || words[word!] === undefined) return [`${place} has ${word}, which nobody knows`];
  return words[word!]!(given[word!], `${place}.${word}`);
};

const settings: Check = (given, place) =>
  isSet(given) && !Object.keys(given).some((key) => key.startsWith("$"))
    ? value(given, place)
    : [`${place} is no set of options`];

const protocols = list(one("tcp", "udp"));
const condition = either(option, list(text));

const listen = set(
  {},
  {
    protocols,
    port: either(option, list(option)),
    usual: either(number, list(text)),
    address: option,
    usualAddress: either(text, list(text)),
    only: condition,
    unless: condition,
    firewall: either(option, no),
    isForOthers: yes,
  },
);

const port = set(
  { number, reach: one("network", "proxy", "host") },
  { protocols, address, isEach: yes, set: settings, firewall: either(option, no) },
);

const capability = one(
  "alerts",
  "backup",
  "cache",
  "container-runtime",
  "database",
  "dns",
  "http-proxy",
  "language-model",
  "message-broker",
  "metrics",
  "metrics-store",
  "virtualisation",
);

const health: Check = (given, place) => {
  const kinds: Readonly<Record<string, Check>> = {
    http: set({ kind: text, port: name, path: text }, { scheme: one("https") }),
    tcp: set({ kind: text, port: name }),
    dns: set({ kind: text, port: name }),
    unit: set({ kind: text }, { unit: text }),
  };
  const kind = isSet(given) ? kinds[given["kind"] as string] : undefined;
  return kind === undefined ? [`${place} is of no kind`] : kind(given, place);
};

const service = set(
  {
    version,
    title: text,
    purpose: text,
    options: option,
    enable: settings,
    listens: either(list(listen), nothing),
    health,
  },
  {
    earlier: each(
      is("a version", (value) => /^\d+$/u.test(String(value))),
      is("a part of an entry", isSet),
    ),
    isOnIfPresent: yes,
    seenAs: name,
    instance: text,
    unit: text,
    firewall: option,
    beside: settings,
    unfree: list(text),
    asks: each(name, set({ purpose: text, example: json }, { usual: json })),
    ports: each(name, port),
    reader: name,
    reads: list(option),
    forwards: list(option),
    bootstrap: list(option),
    needs: list(set({ kind: capability, of: list(name) }, { isBuiltIn: yes, isOptional: yes, set: settings })),
    offers: list(set({ kind: capability }, { port: name, socket: folder })),
    state: list(
      set(
        { path: folder },
        {
          option,
          below: folder,
          isDisposable: yes,
          dump: set({ path: folder }, { set: settings, option, unit: text }),
        },
      ),
    ),
    secrets: each(name, set({ purpose: text, set: settings }, { isRequired: yes, owner: text, variables: list(text) })),
    metrics: set({ port: either(name, number) }, { path: text, set: settings, exporter: text, settings }),
    since: each(option, release),
    releases: set(
      {},
      {
        from: release,
        known: release,
        written: release,
        until: release,
        renamed: list(set({ option, in: release, to: option })),
      },
    ),
  },
);

function mentionProblems(entry: Service): readonly string[] {
  const { ports = {}, secrets = {}, asks = {}, needs = [], offers = [], health: seen, metrics } = entry;
  const problems: string[] = [];
  const expect = (known: object, each: string | number | undefined, place: string, what: string): void => {
    if (typeof each === "string" && !Object.hasOwn(known, each)) problems.push(`${place} mentions the ${what} ${each}`);
  };
  const look = (given: Settings | undefined, place: string, more: object = {}): void => {
    if (given === undefined) return;
    const mentions = mentionsOf(given as Value);
    for (const each of [...mentions.ports, ...mentions.addresses]) expect({ ...ports, ...more }, each, place, "port");
    for (const each of mentions.secrets) expect(secrets, each, place, "secret");
    for (const each of mentions.answers) expect(asks, each, place, "question");
  };
  look(entry.enable, "enable");
  look(entry.beside, "beside");
  look(metrics?.set, "metrics.set");
  look(metrics?.settings, "metrics.settings");
  for (const [name, each] of Object.entries(ports)) look(each.set, `ports.${name}.set`);
  for (const [name, each] of Object.entries(secrets)) look(each.set, `secrets.${name}.set`);
  needs.forEach((need, index) => look(need.set, `needs.${index}.set`, { needed: true }));
  offers.forEach((offer, index) => expect(ports, offer.port, `offers.${index}`, "port"));
  expect(ports, metrics?.port, "metrics", "port");
  if (seen.kind !== "unit") expect(ports, seen.port, "health", "port");
  if (entry.options.includes("*") !== (entry.instance !== undefined)) problems.push("instance is for what has several");
  return problems;
}

function releaseProblems({ releases: { from, known, written, until } = {} }: Service): readonly string[] {
  const isInOrder = [from ?? known, written, until].every(
    (each, index, all) => each === undefined || all.slice(0, index).every((earlier) => (earlier ?? each) <= each),
  );
  return [
    ...(from !== undefined && known !== undefined ? ["releases.known is for what has no first release"] : []),
    ...(isInOrder ? [] : ["releases are not in order"]),
  ];
}
