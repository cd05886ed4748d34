# Programs are written on it.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.@ns@.roles.development;
in
{
  options.@ns@.roles.development.enable = lib.mkEnableOption "the role of a machine for development";

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [
      # Containers of a project, in a small virtual machine: `colima start`.
      pkgs.colima
      pkgs.docker-client
    ];

    nix.settings = {
      keep-derivations = true;
      keep-outputs = true;
    };
  };
}
