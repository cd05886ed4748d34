{
  config,
  lib,
  options,
  pkgs,
  ...
}@arguments:
let
  unknown = import ../../../../declare/unknown.nix;
in
{
  options = import ../../../options-of.nix "installer/cd-dvd/channel" arguments;
  config = lib.mkIf config.system.installer.channel.enable {
    nix.registry.nixpkgs.to = {
      type = "path";
      path = unknown "the channel of an installer";
    };
    boot.postBootCommands = lib.mkAfter (unknown "the channel of an installer");
  };
}
