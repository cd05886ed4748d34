{
  config,
  lib,
  options,
  pkgs,
}:
{
  "mise.package" = pkgs.mise;
  "nix-direnv.package" = pkgs.nix-direnv;
  "package" = pkgs.direnv;
}
