/** What cannot be meant by the options and ports that are said of a service: such as are secrets, or say two things of one option. */

import type { Message } from "@nivose/nix/message";
import { mayBeSecret } from "../../check/secrets/secret-options.ts";
import { tellOption } from "../../check/services/words.ts";
import type { Service } from "../../services/service.ts";
import { isSettings, leavesOf, type Value } from "../../services/settings.ts";
import { serviceMessages } from "./messages.ts";
import { optionNames } from "./options/option-names.ts";
import { portOptions } from "./said-ports.ts";

/** Ports and options as they were typed. */
interface Typed {
  readonly name: string;
  readonly ports: readonly string[];
  readonly settings: readonly string[];
}

/** `main` is the port that is meant if none is named. */
export function saidProblem(
  { name, ports, settings }: Typed,
  service: Service,
  main: string | undefined,
): Message | undefined {
  const said: Said[] = [];
  for (const text of ports) {
    const [port = "", number = ""] = text.includes("=") ? text.split("=", 2) : [main, text];
    const flag = port === main ? "--port" : `--port ${port}`;
    for (const path of [[`port ${port}`], ...portOptions(port, service)])
      said.push({ path, value: Number(number), text: flag });
  }
  for (const setting of settings) {
    const [, path, text] = OPTION_AND_VALUE.exec(setting) ?? [];
    if (path === undefined || text === undefined) return serviceMessages["service-setting"](setting);
    const isQuestion = Object.hasOwn(service.asks ?? {}, path);
    const names = isQuestion ? [path] : optionNames(path);
    const value = jsonOf(text) ?? text;
    const wrong = numberProblem(path, value) ?? (isQuestion ? undefined : valueProblem(name, names, text, service));
    if (wrong !== undefined) return wrong;
    const leaves = isSettings(value) ? leavesOf(value, names) : [{ path: names, value }];
    said.push(...leaves.map((leaf) => ({ ...leaf, text: `--set ${path}` })));
  }
  return contradiction(said);
}

/** Names with dots between them, each a plain word or in quotes. */
const OPTION_AND_VALUE = /^((?:[A-Za-z_][^\s=."$;{}[\]()]*|"[^"\\]+")(?:\.(?:[^\s=."$;{}[\]()]+|"[^"\\]+"))*)=(.*)$/su;

interface Said {
  readonly path: readonly string[];
  readonly value: Value;
  /** By which it was said. */
  readonly text: string;
}

function contradiction(said: readonly Said[]): Message | undefined {
  for (const [index, one] of said.entries())
    for (const other of said.slice(index + 1)) {
      const length = Math.min(one.path.length, other.path.length);
      if (!one.path.slice(0, length).every((name, at) => name === other.path[at])) continue;
      // one port can be said in two ways
      const isSame = one.path.length === other.path.length && one.value === other.value && one.text !== other.text;
      if (!isSame) return serviceMessages["service-said-twice"](one.text, other.text);
    }
  return undefined;
}

function valueProblem(name: string, path: readonly string[], text: string, service: Service): Message | undefined {
  const options = service.options.split(".");
  if (path.length === 1 && path[0] === "enable" && text !== "true")
    return serviceMessages["service-off"](service.title, name);
  const isPort = Object.keys(service.ports ?? {}).some((port) =>
    portOptions(port, service).some((option) => option.join(".") === path.join(".")),
  );
  if (isPort && !(/^\d{1,5}$/u.test(text) && Number(text) >= 1 && Number(text) <= MOST))
    return serviceMessages["service-port-number"](text);
  // what is below a set is as secret as what is said by itself
  const value = jsonOf(text) ?? text;
  const leaves = isSettings(value) ? leavesOf(value, path) : [{ path, value }];
  for (const leaf of leaves) {
    const written = secretTexts(service).get(leaf.path.join("."));
    const isInClear = typeof leaf.value === "string" ? !isReference(leaf.value) : typeof leaf.value === "number";
    if (isInClear && (written !== undefined || mayBeSecret([...options, ...leaf.path])))
      return serviceMessages["service-secret-said"](tellOption([...options, ...leaf.path]), wayOf(leaf.path, written));
  }
  return undefined;
}

const MOST = 65_535;

/** A text that only says where the secret is: `$__file{/run/secrets/x}`, `%d/token`, `/run/secrets/x`, `$TOKEN`. */
function isReference(text: string): boolean {
  return text === "" || /^(?:\$[\w{]|%d\/|@[\w-]+@$)/u.test(text) || /(?:^|[\s{:=])\/\S/u.test(text);
}

function wayOf(path: readonly string[], written: string | undefined): string {
  if (written === undefined)
    return "look for an option that takes a file with it, such as one whose name ends in 'File' ('nivose options' finds it)";
  const file = written.replaceAll(/\{[\w-]+\.file\}/gu, "/run/secrets/NAME");
  return `say where it is instead: --set '${path.join(".")}=${file}'`;
}

/** The options by which the entry takes its secrets within a text, with the text. */
function secretTexts({ secrets = {} }: Service): ReadonlyMap<string, string> {
  const leaves = Object.values(secrets).flatMap(({ set }) => leavesOf(set));
  return new Map(
    leaves.flatMap(({ path, value }) =>
      typeof value === "object" && value !== null && "$text" in value ? [[path.join("."), String(value.$text)]] : [],
    ),
  );
}

/** What is no text, as JSON has it. */
function jsonOf(text: string): Value | undefined {
  if (!/^(?:true|false|null|-?\d+(?:\.\d+)?|[["{].*)$/su.test(text)) return undefined;
  try {
    return JSON.parse(text) as Value;
  } catch {
    return undefined;
  }
}

/** JSON has numbers that neither JavaScript nor Nix can hold, and writes some in a way that Nix reads as several words. */
function numberProblem(path: string, value: Value): Message | undefined {
  if (typeof value === "number")
    return Number.isSafeInteger(value) || /^-?\d+\.\d+$/u.test(String(value))
      ? undefined
      : serviceMessages["service-number"](path, String(value));
  if (typeof value !== "object" || value === null) return undefined;
  return (Object.values(value) as Value[]).map((each) => numberProblem(path, each)).find((each) => each !== undefined);
}
