{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.kubeswitch;
}
