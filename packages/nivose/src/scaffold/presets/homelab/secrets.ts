/** The secrets that hosts need, one file for each: nobody but the host and the operators can read it. */

import type { DraftSecret } from "../../preset.ts";
import type { Fleet, Host } from "../../spec/fleet-spec.ts";

export function secretFiles({ hosts }: Fleet): DraftSecret[] {
  return hosts.map((host) => ({
    path: `hosts/${host.name}/secrets.yaml`,
    document: documentOf(host),
    hosts: [host.name],
  }));
}

/** Names are those that modules declare with their schemas. */
function documentOf({ services }: Host): string {
  return [
    'nix-access-tokens: "# access-tokens = github.com=TOKEN"',
    ...(services.includes("restic") ? ["restic-password: @random:40@"] : []),
    "",
  ].join("\n");
}
