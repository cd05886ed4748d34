/** The members that a host has in a `fleet.nix`, and their types. */

import type { Raw } from "./fleet-data.ts";

export interface MemberType {
  /** As it follows "expected". */
  readonly expected: string;
  readonly isRight: (raw: Raw) => boolean;
}

const isText = (pattern: RegExp) => (raw: Raw) => raw.type === "string" && pattern.test(raw.value);
const isWithin = (least: number, most: number) => (raw: Raw) =>
  raw.type === "int" && raw.value >= least && raw.value <= most;

const text: MemberType = { expected: "text", isRight: isText(/^/u) };
const port: MemberType = { expected: "a port from 1 to 65535", isRight: isWithin(1, 65_535) };
const word: MemberType = { expected: "a name without blanks, ',' and '@'", isRight: isText(/^[^\s,@]+$/u) };

export interface ListType {
  readonly expected: string;
  readonly of: MemberType;
}

export const hostMembers: Readonly<Record<string, MemberType | ListType>> = {
  description: text,
  kind: { expected: "'nixos', 'darwin' or 'home'", isRight: isText(/^(?:nixos|darwin|home)$/u) },
  system: { expected: "a system such as 'x86_64-linux'", isRight: isText(/^[^\s-]+-\S+$/u) },
  address: { expected: "an address without blanks", isRight: isText(/^\S+$/u) },
  port,
  user: { expected: "the name of a user", isRight: isText(/^[^\s@:]+$/u) },
  users: { expected: "a list of names", of: word },
  tags: { expected: "a list of tags", of: word },
  wave: { expected: "a whole number from 0 up", isRight: isWithin(0, Number.MAX_SAFE_INTEGER) },
  dependsOn: { expected: "a list of hosts", of: { expected: "the name of a host", isRight: isText(/^[^\s,]+$/u) } },
};

/** What a check is of: each has one of these. */
export const checkKinds: Readonly<Record<string, MemberType>> = {
  http: { expected: "a URL that starts with 'http://' or 'https://'", isRight: isText(/^https?:\/\/\S+$/u) },
  tcp: port,
  unit: { expected: "the name of a systemd unit such as 'nginx.service'", isRight: isText(/^[^\s/]+\.[a-z]+$/u) },
  command: { expected: "a command", isRight: isText(/\S/u) },
};

export const checkSettings: Readonly<Record<string, MemberType>> = {
  timeout: { expected: "a number of seconds from 1 up", isRight: isWithin(1, 86_400) },
  status: { expected: "a status of HTTP from 100 to 599", isRight: isWithin(100, 599) },
};

export function isMember(name: string): boolean {
  return name === "health" || Object.hasOwn(hostMembers, name);
}

export const isList = (type: MemberType | ListType): type is ListType => "of" in type;
