{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.lighthouse;
}
