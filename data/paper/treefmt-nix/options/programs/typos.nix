{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.typos;
}
