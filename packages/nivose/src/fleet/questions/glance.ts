/** What is asked of every host: the facts that one looks for first. */

import type { HostKind } from "../host.ts";
import { type FactsByKind, factsQuestion } from "./shared.ts";

const system = "system = host.pkgs.stdenv.hostPlatform.system;";

/** As text in Nix, so that the question in depth has them, too. */
export const firstFacts: FactsByKind = {
  nixos: `
    ${system}
    stateVersion = text config.system.stateVersion;
    users = filter (name: or' false config.users.users.\${name}.isNormalUser) (attrNames config.users.users);
`,
  darwin: `
    ${system}
    stateVersion = text config.system.stateVersion;
    # those of services start with a line, as on macOS itself
    users = filter (name: match "_.*" name == null) (attrNames config.users.users);
`,
  home: `
    ${system}
    stateVersion = text config.home.stateVersion;
    users = [ (text config.home.username) ];
`,
};

/** `more` are further facts. */
export function glanceQuestion(kind: HostKind, more: string): string {
  return factsQuestion("", firstFacts[kind] + more);
}
