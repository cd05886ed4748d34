{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.carapace;
}
