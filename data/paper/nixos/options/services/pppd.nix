{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ppp;
  "peers.<name>.name" = name: "${name}";
}
