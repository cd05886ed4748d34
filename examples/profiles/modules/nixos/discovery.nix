# Names in the local network without a server for them: `NAME.local` leads to the machine of that name.
{ config, lib, ... }:
let
  cfg = config.systems.discovery;
in
{
  options.systems.discovery.enable = lib.mkEnableOption "being found, and finding others, as NAME.local";

  config = lib.mkIf cfg.enable {
    services.avahi = {
      enable = true;
      nssmdns4 = true;
      publish = {
        enable = true;
        addresses = true;
      };
    };
  };
}
