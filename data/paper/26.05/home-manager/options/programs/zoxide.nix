{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.zoxide;
}
