{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.kubecolor;
}
