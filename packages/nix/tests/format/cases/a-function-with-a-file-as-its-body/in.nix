{ config, lib, pkgs, ... }:
with lib;
let
  cfg = config.services.example;
in
{
  options.services.example = { enable = mkEnableOption "an example"; package = mkPackageOption pkgs "example" { }; };

  config = mkIf cfg.enable {
    systemd.services.example = { wantedBy = [ "multi-user.target" ]; serviceConfig = { ExecStart = "${cfg.package}/bin/example --port ${toString cfg.port}"; Restart = "always"; }; };
  };
}
