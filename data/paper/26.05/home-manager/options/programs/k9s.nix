{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.k9s;
}
