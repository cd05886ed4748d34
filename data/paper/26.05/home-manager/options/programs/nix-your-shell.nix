{
  config,
  lib,
  options,
  pkgs,
}:
{
  "nix-output-monitor.package" = pkgs.nix-output-monitor;
  "package" = pkgs.nix-your-shell;
}
