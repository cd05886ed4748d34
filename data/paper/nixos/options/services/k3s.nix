{
  config,
  lib,
  options,
  pkgs,
}:
{
  "manifests.<name>.target" = name: "${name}.yaml";
  "package" = pkgs.k3s;
}
