{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.botamusique;
}
