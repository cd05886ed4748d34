{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.haskellPackages.status-notifier-item;
}
