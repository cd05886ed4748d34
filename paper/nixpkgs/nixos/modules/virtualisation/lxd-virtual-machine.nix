{ lib, ... }: {
  imports = [ ../../virtual-machine.nix ];
  virtualisation.lxd.agent.enable = lib.mkDefault true;
}
