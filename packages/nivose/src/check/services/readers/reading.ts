/** What readers of settings are given and give: where a service listens that says so in more than one option and an address. */

import type { Protocol } from "../../../services/service.ts";
import type { Address } from "../address.ts";
import { isAbsent, isUnknown } from "../running.ts";

export interface Reading {
  /** Of a setting; nothing if it is not there. */
  readonly value: (setting: string) => unknown;
  readonly isKnown: (setting: string) => boolean;
}

export interface ReadListen {
  readonly port: number;
  readonly protocols: readonly Protocol[];
  /** As it is written. */
  readonly host: string | undefined;
  /** If that alone does not tell. */
  readonly address?: Address;
  /** What says so, the most telling one first, relative to the service; as a list where a name may have dots. */
  readonly options: readonly (string | readonly string[])[];
  readonly isForOthers: boolean;
  readonly firewall?: string | false;
}

export type Reader = (reading: Reading) => readonly ReadListen[];

export const dns: readonly Protocol[] = ["tcp", "udp"];

export function textAt({ value }: Reading, setting: string): string {
  const it = value(setting);
  return typeof it === "string" ? it : "";
}

export function numberAt({ value }: Reading, setting: string): number | undefined {
  // some settings are lists even if one thing is given
  const it = [value(setting)].flat().at(-1);
  if (typeof it === "string" && /^\d+$/u.test(it)) return Number(it);
  return typeof it === "number" ? it : undefined;
}

/** The texts of a list, or a text alone. */
export function textsOf(value: unknown): string[] {
  return [value]
    .flat()
    .flatMap((each) => (typeof each === "string" ? [each] : typeof each === "number" ? [String(each)] : []));
}

/** What a setting of each of several is, by their names. */
export function eachOf(value: unknown): [string, unknown][] {
  if (typeof value !== "object" || value === null || isUnknown(value) || isAbsent(value)) return [];
  return Object.entries(value).filter(([, it]) => !isAbsent(it));
}

/** Text without comments, line by line. */
export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/(?:^|\s)(?:#|--).*$/u, "").trim())
    .filter((line) => line !== "");
}
