{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.scmpuff;
}
