{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.centrifugo;
}
