{ lib, ... }:
{
  imports = [ ../modules/names.nix ];

  config = lib.mkIf true {
    networking.hostName = "luna";
  };
}
