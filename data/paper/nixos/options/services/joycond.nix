{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.joycond;
}
