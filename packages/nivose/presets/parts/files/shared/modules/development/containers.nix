# Containers, with Podman or Docker. NixOS runs them itself, a Mac in a virtual machine: see the platforms.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.@namespace@.development.containers;
in
{
  options.@namespace@.development.containers = {
    enable = lib.mkEnableOption "tools to build and run containers";

    runtime = lib.mkOption {
      type = lib.types.enum [
        "podman"
        "docker"
      ];
      default = "podman";
      description = "What runs containers. Podman needs no rights; members of Docker's group are as good as root.";
    };
  };

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [
      pkgs.dive
      pkgs.skopeo
      (if cfg.runtime == "podman" then pkgs.podman-compose else pkgs.docker-compose)
    ];
  };
}
