{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.texliveMedium;
}
