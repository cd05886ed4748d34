# The hosts that are updated from another machine are written into the script: it needs no evaluation to know where one is.
{
  git,
  hosts,
  lib,
  @nixosRebuild@,
  openssh,
  writeShellApplication,
}:
let
  inherit (import ../../lib/fleet.nix { inherit hosts; }) remote;

  # By waves, and each after those that it depends on; if the two contradict each other, by waves.
  waitsFor = a: b: lib.elem b (hosts.${a}.dependsOn or [ ]);
  isEarlier = a: b: hosts.${a}.wave < hosts.${b}.wave;
  everybody =
    (lib.toposort (a: b: waitsFor b a || (isEarlier a b && !waitsFor a b)) remote).result
      or (lib.sort isEarlier remote);
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
        map (name: ''
          ${lib.escapeShellArg name}) echo ${lib.escapeShellArg hosts.${name}.address} ;;
        '') remote
      )}
      *)
        echo "deploy: '$1' is no host that is updated from elsewhere" >&2
        return 2
        ;;
      esac
    }
    everybody=(${lib.escapeShellArgs everybody})

    ${builtins.readFile ./deploy.sh}
  '';
  meta.description = "Updates machines one after the other, and only those that can still be reached afterwards";
}
