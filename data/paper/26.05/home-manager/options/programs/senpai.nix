{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.senpai;
}
