/** What somebody who watches sees: what comes, what goes, and how it stands. */

import path from "node:path";
import type { Finding } from "../../check/finding.ts";
import { FindingSources } from "../../check/report/finding-sources.ts";
import { tellFindings } from "../../check/report/tell.ts";
import { rules } from "../../check/rules/index.ts";
import type { Repository } from "../../check/source/repository.ts";
import { printable } from "../../report/terminal-text.ts";
import { layoutOf } from "../context.ts";
import type { FleetCheck, FleetFindings } from "./check-fleet.ts";
import { chosenRules } from "./known-rules.ts";
import { summary } from "./write-findings.ts";

export type Watched = Pick<FleetCheck, "here" | "selection" | "flags" | "context">;

/** What is on the screen already. */
export class Screen {
  readonly #watched: Watched;
  #shown = new Map<string, Finding>();
  #repository: Repository | undefined;

  constructor(watched: Watched) {
    this.#watched = watched;
  }

  tell(
    { told, suppressed, fleet }: FleetFindings,
    repository: Repository,
    { withHosts, milliseconds }: { readonly withHosts: boolean; readonly milliseconds: number },
  ): void {
    const { here, context } = this.#watched;
    const sources = new FindingSources(repository, path.relative(context.cwd, here.root), told);
    const now = new Map(told.map((finding) => [keyOf(finding), finding]));
    const isJudged = (finding: Finding): boolean => withHosts || !ofHosts.has(finding.rule);
    const isSame = !withHosts && isSameSources(repository, this.#repository);
    this.#repository = repository;
    const gone = [...this.#shown].filter(([key, finding]) => isJudged(finding) && !now.has(key));
    const fresh = [...now].filter(([key]) => !this.#shown.has(key)).map(([, finding]) => finding);
    for (const [key] of gone) this.#shown.delete(key);
    for (const finding of fresh) this.#shown.set(keyOf(finding), finding);
    for (const block of tellFindings(
      fresh.map((finding) => sources.shown(finding)),
      sources,
      layoutOf(context, context.stdout),
    ))
      context.stdout.write(block);
    for (const { code, text, at } of gone.map(([, finding]) => sources.shown(finding)))
      context.stdout.write(`gone: ${printable(text)} [${code}] in ${printable(sources.nameOf(at.file))}\n`);
    // somebody has written something that is no business of the fleet's, such as what is told here
    if (isSame && gone.length === 0 && fresh.length === 0) return;
    const layer = withHosts ? "" : ", hosts not yet looked at";
    context.stderr.write(
      `${summary([...this.#shown.values()], suppressed, repository.files.size, fleet?.hosts.length)}${asksNoHosts(withHosts, this.#watched) ? "" : layer} (${Math.round(milliseconds)} ms)\n`,
    );
  }
}

/** Whether no Nix file is another one. */
export function isSameSources({ files }: Repository, before: Repository | undefined): boolean {
  return before?.files.size === files.size && [...files].every(([name, file]) => before.files.get(name) === file);
}

const ofHosts: ReadonlySet<string> = new Set(rules.flatMap(({ code, reads }) => (reads === "hosts" ? [code] : [])));

function asksNoHosts(withHosts: boolean, { selection }: Watched): boolean {
  return !withHosts && !chosenRules(selection).some(({ reads }) => reads === "hosts");
}

/** Where it is does not count: lines above it may come and go. */
function keyOf({ code, text, at, hosts }: Finding): string {
  return JSON.stringify([code, text, at.file, hosts]);
}
