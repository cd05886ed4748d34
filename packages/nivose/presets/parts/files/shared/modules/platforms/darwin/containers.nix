# Containers need Linux: on a Mac they run in a virtual machine, `colima start` or `podman machine start`.
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
  config = lib.mkIf cfg.enable {
    environment.systemPackages =
      if cfg.runtime == "podman" then
        [ pkgs.podman ]
      else
        [
          pkgs.colima
          pkgs.docker-client
        ];
  };
}
