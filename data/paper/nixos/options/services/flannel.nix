{
  config,
  lib,
  options,
  pkgs,
}:
{
  "nodeName" = config.networking.fqdnOrHostName;
  "package" = pkgs.flannel;
}
