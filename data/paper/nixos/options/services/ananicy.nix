{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ananicy;
  "rulesProvider" = pkgs.ananicy;
}
