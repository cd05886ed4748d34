{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.irssi;
  "networks.<name>.name" = name: "${name}";
}
