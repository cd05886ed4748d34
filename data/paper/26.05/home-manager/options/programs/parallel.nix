{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.parallel-full;
}
