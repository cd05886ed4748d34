{
  config,
  lib,
  options,
  pkgs,
}:
{
  "containersConf.cniPlugins" = [
  pkgs.cni-plugins
];
}
