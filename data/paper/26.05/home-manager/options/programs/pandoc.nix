{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pandoc;
}
