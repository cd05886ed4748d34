{
  config,
  lib,
  options,
  pkgs,
}:
{
  "mcflyFzfPackage" = pkgs.mcfly-fzf;
  "package" = pkgs.mcfly;
}
