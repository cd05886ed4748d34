{ lib, ... }: {
  imports = [ ../../virtual-machine.nix ];
  virtualisation.incus.agent.enable = lib.mkDefault true;
}
