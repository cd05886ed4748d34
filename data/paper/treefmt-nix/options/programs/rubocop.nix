{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rubocop;
}
