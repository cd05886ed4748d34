# A station to develop on. Compilers come from the shells of the development flake; this is what they need around them.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.stations.development;
in
{
  options.stations.development.enable = lib.mkEnableOption "what developing needs";

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [
      pkgs.gh
      pkgs.gnumake
      pkgs.jq
      pkgs.ripgrep
    ];

    programs.direnv.enable = true;

    virtualisation.podman = {
      enable = true;
      dockerCompat = true;
      # Containers of one network find each other by name.
      defaultNetwork.settings.dns_enabled = true;
    };

    documentation.dev.enable = true;
  };
}
