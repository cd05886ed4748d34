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
    # Programs that were not built for NixOS run, such as those that package managers of languages fetch.
    programs.nix-ld.enable = true;

    # Containers of a project run as the user, without a daemon that is root.
    virtualisation.podman = {
      enable = true;
      dockerCompat = true;
    };
    environment.systemPackages = [ pkgs.podman-compose ];

    documentation.dev.enable = true;

    # Other kinds of machines can be built here, too.
    boot.binfmt.emulatedSystems = lib.remove pkgs.stdenv.hostPlatform.system [
      "aarch64-linux"
      "x86_64-linux"
    ];

    # What a shell of a project needs stays until the project no longer does.
    nix.settings = {
      keep-derivations = true;
      keep-outputs = true;
    };
  };
}
