{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.gollum;
}
