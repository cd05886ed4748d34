# Updates hosts one after the other and stops at the first that fails, so that a mistake reaches one host, not all.
{
  deploy-rs,
  lib,
  nodes,
  writeShellApplication,
}:
writeShellApplication {
  name = "deploy-fleet";

  runtimeInputs = [ deploy-rs ];

  text = ''
    # deploy-fleet [HOST…] [-- ARGUMENTS OF DEPLOY…]: all hosts in the order of their waves, or those that are named.
    order=(${lib.escapeShellArgs nodes})
    wanted=()
    while [ $# -gt 0 ] && [ "$1" != -- ]; do
      wanted+=("$1")
      shift
    done
    [ $# -eq 0 ] || shift

    isWanted() {
      [ ''${#wanted[@]} -eq 0 ] && return
      local each
      for each in "''${wanted[@]}"; do [ "$each" = "$1" ] && return; done
      return 1
    }

    for node in "''${order[@]}"; do
      isWanted "$node" || continue
      echo "deploy-fleet: $node" >&2
      deploy "$@" ".#$node"
    done
  '';

  meta.description = "Update the hosts of this fleet in the order of their waves";
}
