/** Reads what a `fleet.nix` says of its hosts: what is right is data, what is wrong is told and left out. */

import type { Message } from "@nivose/nix/message";
import { nearest } from "@nivose/nix/syntax";
import { fleetMessages } from "../messages.ts";
import type { DataPath, HealthCheck, HostData, Raw } from "./fleet-data.ts";
import { checkKinds, checkSettings, hostMembers, isList, type MemberType } from "./members.ts";

export interface DataProblem {
  readonly message: Message;
  readonly path: DataPath;
  /** Whether it is about the name and not the value. */
  readonly isOfName: boolean;
  /** Another place that belongs to it. */
  readonly related?: { readonly path: DataPath; readonly text: string };
}

export interface ReadHosts {
  readonly hosts: ReadonlyMap<string, HostData>;
  readonly problems: readonly DataProblem[];
}

export function readHosts(raw: Readonly<Record<string, Raw>>): ReadHosts {
  const problems: DataProblem[] = [];
  const hosts = new Map<string, HostData>();
  for (const [name, host] of inOrder(raw, [])) {
    const path = ["hosts", name];
    if (host.type === "set") hosts.set(name, readHost(host.value, path, problems));
    else problems.push(wrongType(host, "a set", path));
  }
  return { hosts, problems };
}

/** Those in the list first: a set that was evaluated has forgotten how it was written. */
function inOrder(members: Readonly<Record<string, Raw>>, first: readonly string[]): [string, Raw][] {
  const others = Object.keys(members).filter((name) => !first.includes(name));
  const names = [...first.filter((name) => Object.hasOwn(members, name)), ...others.toSorted()];
  return names.map((name) => [name, members[name]!]);
}

function readHost(members: Readonly<Record<string, Raw>>, path: DataPath, problems: DataProblem[]): HostData {
  const data: Record<string, unknown> = {};
  for (const [name, raw] of inOrder(members, [...Object.keys(hostMembers), "health"])) {
    const at = [...path, name];
    const type = Object.hasOwn(hostMembers, name) ? hostMembers[name] : undefined;
    if (name === "health") data[name] = readHealth(raw, at, problems);
    else if (type === undefined) checkOwnMember(name, at, problems);
    else if (!isList(type)) data[name] = valueOf(raw, type, at, problems);
    else
      data[name] = readList(raw, type.expected, at, problems, (each, here) => valueOf(each, type.of, here, problems));
  }
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}

/** A member of the user's own; the plural of a name is no slip of the finger. */
function checkOwnMember(name: string, path: DataPath, problems: DataProblem[]): void {
  const known = nearest(name, [...Object.keys(hostMembers), "health"]);
  if (known === undefined || name === `${known}s` || name === `${known}es`) return;
  problems.push({
    message: fleetMessages["fleet-data-unknown-member"](`'${name}'`, known, false),
    path,
    isOfName: true,
  });
}

function readHealth(raw: Raw, path: DataPath, problems: DataProblem[]): HealthCheck[] | undefined {
  return readList(raw, "a list of checks", path, problems, (each, here) => readCheck(each, here, problems));
}

function readCheck(raw: Raw, path: DataPath, problems: DataProblem[]): HealthCheck | undefined {
  const kinds = Object.keys(checkKinds);
  if (raw.type !== "set" || Object.keys(raw.value).filter((name) => kinds.includes(name)).length !== 1) {
    const unknown = raw.type === "set" ? Object.keys(raw.value).find((name) => !isOfCheck(name)) : undefined;
    if (unknown !== undefined) problems.push(unknownOfCheck(unknown, path));
    else problems.push(wrongType(raw, `a set with just one of ${kinds.join(", ")}`, path));
    return undefined;
  }
  const check: Record<string, unknown> = {};
  for (const [name, value] of inOrder(raw.value, [...Object.keys(checkKinds), ...Object.keys(checkSettings)])) {
    const type = checkKinds[name] ?? (name === "status" && !("http" in raw.value) ? undefined : checkSettings[name]);
    if (type === undefined) problems.push(unknownOfCheck(name, path));
    else check[name] = valueOf(value, type, [...path, name], problems);
  }
  const isWhole = Object.values(check).every((value) => value !== undefined);
  return isWhole ? (check as unknown as HealthCheck) : undefined;
}

function isOfCheck(name: string): boolean {
  return Object.hasOwn(checkKinds, name) || Object.hasOwn(checkSettings, name);
}

function unknownOfCheck(name: string, path: DataPath): DataProblem {
  const known = [...Object.keys(checkKinds), ...Object.keys(checkSettings)];
  const near = nearest(name, known);
  const hint = near === undefined ? `a check has ${known.join(", ")}` : `did you mean '${near}'?`;
  return {
    message: fleetMessages["fleet-data-unknown-member"](`'${name}'`, hint, true),
    path: [...path, name],
    isOfName: true,
  };
}

function readList<Element>(
  raw: Raw,
  expected: string,
  path: DataPath,
  problems: DataProblem[],
  read: (raw: Raw, path: DataPath) => Element | undefined,
): Element[] | undefined {
  if (raw.type !== "list") {
    problems.push(wrongType(raw, expected, path));
    return undefined;
  }
  return raw.value.flatMap((each, index) => read(each, [...path, index]) ?? []);
}

function valueOf(raw: Raw, type: MemberType, path: DataPath, problems: DataProblem[]): string | number | undefined {
  if (type.isRight(raw) && (raw.type === "string" || raw.type === "int")) return raw.value;
  // what is not there is not wrong
  if (raw.type !== "null") problems.push(wrongType(raw, type.expected, path));
  return undefined;
}

function wrongType(raw: Raw, expected: string, path: DataPath): DataProblem {
  const member = path.findLast((part) => typeof part === "string")!;
  const name = typeof path.at(-1) === "number" ? `an element of '${member}'` : `'${member}'`;
  const message =
    raw.type === "error"
      ? fleetMessages["fleet-data-broken"](name, raw.value)
      : fleetMessages["fleet-data-type"](name, expected, found(raw));
  return { message, path, isOfName: false };
}

function found(raw: Raw): string {
  switch (raw.type) {
    case "string":
      return raw.value === "" ? "an empty string" : `"${raw.value}"`;
    case "int":
      return String(raw.value);
    case "list":
      return "a list";
    case "set":
      return "a set";
    case "bool":
      return "a Boolean";
    case "float":
      return "a number with a fraction";
    case "lambda":
      return "a function";
    case "unread":
      return "a set or a list";
    default:
      return `a ${raw.type}`;
  }
}
