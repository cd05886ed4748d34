{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.cardboard;
}
