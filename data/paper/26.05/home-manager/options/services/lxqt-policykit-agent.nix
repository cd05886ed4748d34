{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.lxqt.lxqt-policykit;
}
