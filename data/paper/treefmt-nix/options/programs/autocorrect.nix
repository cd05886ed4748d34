{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.autocorrect;
}
