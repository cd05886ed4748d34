/**
 * What a repository has agreed to live with for now: findings that are known are not told again. They are known by their
 * rule, their file and the text that they are about, so that lines may move; and by how often, so that one more is told.
 */

import { createHash } from "node:crypto";
import type { Finding } from "./finding.ts";

export const BASELINE_FILE = ".nivose-baseline.json";
export const BASELINE_VERSION = 1;

/** How often, by file, rule and a hash of what it is about. */
export type Baseline = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;

type BytesOf = (file: string) => Uint8Array | undefined;

export function baselineOf(findings: readonly Finding[], bytesOf: BytesOf): Baseline {
  const baseline = Object.create(null) as Record<string, Record<string, Record<string, number>>>;
  for (const finding of findings) {
    const codes = (baseline[finding.at.file] ??= Object.create(null) as Record<string, Record<string, number>>);
    const prints = (codes[finding.code] ??= Object.create(null) as Record<string, number>);
    const print = fingerprint(finding, bytesOf);
    prints[print] = (prints[print] ?? 0) + 1;
  }
  return baseline;
}

/** Those that are not in it. */
export function withoutKnown(findings: readonly Finding[], baseline: Baseline, bytesOf: BytesOf): Finding[] {
  const left = new Map<string, number>();
  return findings.filter((finding) => {
    const print = fingerprint(finding, bytesOf);
    const key = JSON.stringify([finding.at.file, finding.code, print]);
    const known = left.get(key) ?? numberAt(baseline, [finding.at.file, finding.code, print]);
    left.set(key, known - 1);
    return known <= 0;
  });
}

function numberAt(baseline: Baseline, path: readonly string[]): number {
  let at: unknown = baseline;
  for (const name of path)
    at =
      typeof at === "object" && at !== null && Object.hasOwn(at, name)
        ? (at as Record<string, unknown>)[name]
        : undefined;
  return typeof at === "number" ? at : 0;
}

/** Of what stands in the file, without how it is set out; of a file as a whole, of what is told. */
export function fingerprint({ at, text }: Finding, bytesOf: BytesOf): string {
  // a secret that is short could be found again by its hash
  const bytes = at.range === undefined || at.isSecret === true ? undefined : bytesOf(at.file);
  const about =
    bytes === undefined ? text : Buffer.from(bytes.subarray(at.range!.start, at.range!.end)).toString("latin1");
  return createHash("sha256").update(about.replaceAll(/\s+/gu, " ").trim()).digest("hex").slice(0, 16);
}

/** Nothing if it is no baseline. */
export function parseBaseline(text: string): Baseline | undefined {
  try {
    const { version, findings } = JSON.parse(text) as { version?: unknown; findings?: unknown };
    if (version !== BASELINE_VERSION || typeof findings !== "object" || findings === null) return undefined;
    return findings as Baseline;
  } catch {
    return undefined;
  }
}

export function baselineText(findings: Baseline): string {
  return `${JSON.stringify({ version: BASELINE_VERSION, findings }, undefined, 2)}\n`;
}
