{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.joshuto;
}
