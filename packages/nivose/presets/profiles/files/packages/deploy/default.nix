# The hosts of the inventory are written into the script: it needs no evaluation to know where a machine is.
{
  git,
  hosts,
  lib,
  @nixosRebuild@,
  openssh,
  writeShellApplication,
}:
let
  nixos = lib.filterAttrs (_: host: host.kind == "nixos") hosts;
  byWave = lib.sort (a: b: nixos.${a}.wave < nixos.${b}.wave) (lib.attrNames nixos);
in
writeShellApplication {
  name = "deploy";
  runtimeInputs = [
    git
    @nixosRebuild@
    openssh
  ];
  text = ''
    address_of() {
      case $1 in
      ${lib.concatStrings (
        lib.mapAttrsToList (name: host: ''
          ${lib.escapeShellArg name}) echo ${lib.escapeShellArg host.address} ;;
        '') nixos
      )}
      *)
        echo "deploy: fleet.nix has no NixOS host '$1'" >&2
        return 2
        ;;
      esac
    }
    everybody=(${lib.escapeShellArgs byWave})

    ${builtins.readFile ./deploy.sh}
  '';
  meta.description = "Updates machines one after the other, and only those that can still be reached afterwards";
}
