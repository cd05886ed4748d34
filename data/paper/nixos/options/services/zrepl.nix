{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.zrepl;
}
