{
  config,
  lib,
  options,
  pkgs,
}:
{
  "buildPlatform" = config.nixpkgs.hostPlatform;
  "flake.setFlakeRegistry" = config.nix.enable && config.nixpkgs.flake.source != null;
  "flake.setNixPath" = let inherit (config) nixpkgs; in
config.nix.enable && nixpkgs.flake.source != null;
}
