# Updates hosts one after the other and stops at the first that fails, so that a mistake reaches one host, not all.
{
  deploy-rs,
  lib,
  # Names of hosts, in the order of their updates.
  order,
  # Names of hosts by their tags.
  tagged,
  writeShellApplication,
}:
let
  case = word: hosts: "${lib.escapeShellArg word}) wanted+=(${lib.escapeShellArgs hosts}) ;;";

  cases = map (host: case host [ host ]) order ++ lib.mapAttrsToList (tag: case "@${tag}") tagged;
in
writeShellApplication {
  name = "deploy-fleet";

  runtimeInputs = [ deploy-rs ];

  text = ''
    # deploy-fleet [HOST|@TAG…] [-- ARGUMENTS OF DEPLOY…]: those that are named, in the order of the waves; without any, all.
    order=(${lib.escapeShellArgs order})
    wanted=()
    while [ $# -gt 0 ] && [ "$1" != -- ]; do
      case "$1" in
        ${lib.concatStringsSep "\n    " cases}
        *)
          echo "deploy-fleet: this fleet has no host and no @tag '$1'" >&2
          exit 2
          ;;
      esac
      shift
    done
    [ $# -eq 0 ] || shift
    [ ''${#wanted[@]} -gt 0 ] || wanted=("''${order[@]}")

    # deploy-rs would check the whole flake again for each host, and build what this machine may be unable to build.
    nix flake check --no-build

    for node in "''${order[@]}"; do
      [[ " ''${wanted[*]} " == *" $node "* ]] || continue
      echo "deploy-fleet: $node" >&2
      deploy --skip-checks "$@" ".#$node"
    done
  '';

  meta.description = "Update the hosts of this fleet in the order of their waves";
}
