{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.zathura;
}
