/**
 * A question about a node of the output `colmena`, which colmena turns into a system itself: the modules of the node behind the
 * defaults of all nodes, with the packages of `meta`. What it adds of its own, options of the deployment, is a set that takes
 * everything.
 */

import { quoteString } from "@nivose/nix/syntax";
import { words } from "./shared.ts";

export function hiveQuestion(name: string, question: string): string {
  return `
inspection: hive:
let
  inherit (inspection) attempt;
${words}
  meta = hive.meta or hive.network or { };
  reserved = [ "meta" "network" "defaults" ];
  deploymentOptions = { lib, ... }: {
    options.deployment = lib.mkOption {
      default = { };
      type = lib.types.submodule { freeformType = lib.types.lazyAttrsOf lib.types.anything; };
    };
  };
  nodeOf = more: name:
    let pkgs = meta.nodeNixpkgs.\${name} or meta.nixpkgs; in
    import (pkgs.path + "/nixos/lib/eval-config.nix") {
      inherit (pkgs) system;
      modules =
        [
          { nixpkgs = { overlays = pkgs.lib.mkBefore pkgs.overlays; config = pkgs.lib.mkBefore pkgs.config; }; }
          deploymentOptions
          (hive.defaults or { })
        ]
        ++ more
        ++ (if isList hive.\${name} then hive.\${name} else [ hive.\${name} ]);
      specialArgs = { inherit name nodes; } // (meta.specialArgs or { }) // (meta.nodeSpecialArgs.\${name} or { });
    };
  # What modules see of other nodes.
  nodes = mapAttrs (name: _: nodeOf [ { _module.check = false; } ] name) (removeAttrs hive reserved);
in
(${question}) inspection (nodeOf [ ] ${quoteString(name)})
`;
}
