/** Workflows that check, evaluate and build every check of a flake at the root of a repository. */

import type { Draft } from "../draft.ts";
import type { Fleet } from "../spec/fleet-spec.ts";
import type { Templates } from "../template.ts";

const runners: Readonly<Record<string, string>> = {
  "x86_64-linux": "ubuntu-24.04",
  "aarch64-linux": "ubuntu-24.04-arm",
  "aarch64-darwin": "macos-15",
  "x86_64-darwin": "macos-15-intel",
};

/** `systems` are those that have checks. */
export function ciFiles(
  { ci }: Fleet,
  systems: readonly string[],
  templates: Templates,
  { thing = "host", formatting = true }: { readonly thing?: string; readonly formatting?: boolean } = {},
): Draft[] {
  const values = {
    thing,
    formatting,
    runnerLines: systems.map((system) => `${system} ${runners[system] ?? "ubuntu-24.04"}`),
    systemNames: systems.join(" "),
  };
  const paths = { github: ".github/workflows/check.yml", forgejo: ".forgejo/workflows/check.yml" } as const;
  return (["github", "forgejo"] as const)
    .filter((forge) => ci.includes(forge))
    .map((forge) => ({ path: paths[forge], text: templates.fill(`shared/ci/${forge}.yml`, values) }));
}
