/** Runs rules over what they read, and puts what they find in order. */

import type { Finding, Found } from "./finding.ts";
import { classes, lessSure } from "./finding.ts";
import type { EvaluatedFleet } from "./hosts/evaluated-fleet.ts";
import type { FileRule, HostsRule, RepositoryRule, Rule, SuppressionsRule } from "./rule.ts";
import type { Repository } from "./source/repository.ts";
import type { JudgedSuppression } from "./suppressions.ts";
import type { SourceFile } from "./source/source-file.ts";

/** What rules for single files have found, as long as the files are the same. */
export type KeptFindings = WeakMap<SourceFile, Map<FileRule, readonly Finding[]>>;

export function checkSources(repository: Repository, rules: readonly Rule[], kept: KeptFindings): Finding[] {
  const ofFile = rules.filter((rule): rule is FileRule => rule.reads === "file");
  const ofRepository = rules.filter((rule): rule is RepositoryRule => rule.reads === "repository");
  const all: Finding[] = [];
  for (const file of repository.files.values()) for (const rule of ofFile) all.push(...checkFile(file, rule, kept));
  for (const rule of ofRepository) all.push(...findings(rule, rule.check(repository)));
  return all;
}

function checkFile(file: SourceFile, rule: FileRule, kept: KeptFindings): readonly Finding[] {
  const known = kept.get(file) ?? new Map<FileRule, readonly Finding[]>();
  kept.set(file, known);
  const found = known.get(rule) ?? findings(rule, rule.check(file));
  known.set(rule, found);
  return found;
}

export function checkSuppressions(suppressions: readonly JudgedSuppression[], rules: readonly Rule[]): Finding[] {
  const ofSuppressions = rules.filter((rule): rule is SuppressionsRule => rule.reads === "suppressions");
  return ofSuppressions.flatMap((rule) => findings(rule, rule.check(suppressions)));
}

export function checkHosts(fleet: EvaluatedFleet, rules: readonly Rule[]): Finding[] {
  const ofHosts = rules.filter((rule): rule is HostsRule => rule.reads === "hosts");
  return ofHosts.flatMap((rule) => findings(rule, rule.check(fleet)));
}

function findings(rule: Rule, found: Iterable<Found>): Finding[] {
  return [...found].map((each) => ({
    ...each,
    code: each.code ?? rule.code,
    rule: rule.code,
    level: rule.level,
    class: lessSure(rule.class, each.class ?? rule.class),
  }));
}

/** By file and place. What several hosts have in common is one finding, as sure as the surest of them. */
export function inOrder(found: readonly Finding[]): Finding[] {
  const byKey = new Map<string, Finding>();
  for (const finding of found) {
    const { code, text, at } = finding;
    const key = JSON.stringify([code, text, at.file, at.range?.start, at.range?.end]);
    const known = byKey.get(key);
    byKey.set(key, known === undefined ? finding : together(known, finding));
  }
  return [...byKey.values()].toSorted(
    (a, b) =>
      compare(a.at.file, b.at.file) ||
      (a.at.range?.start ?? -1) - (b.at.range?.start ?? -1) ||
      (a.at.range?.end ?? -1) - (b.at.range?.end ?? -1) ||
      compare(a.code, b.code) ||
      compare(a.text, b.text),
  );
}

function together(a: Finding, b: Finding): Finding {
  const [surer, other] = classes.indexOf(a.class) <= classes.indexOf(b.class) ? [a, b] : [b, a];
  const hosts = [...new Set([...(a.hosts ?? []), ...(b.hosts ?? [])])].toSorted();
  return { ...other, ...surer, ...(hosts.length === 0 ? {} : { hosts }) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
