{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.silverbullet;
}
