{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.writefreely;
}
