{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.autojump;
}
