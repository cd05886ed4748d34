{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.wlogout;
}
