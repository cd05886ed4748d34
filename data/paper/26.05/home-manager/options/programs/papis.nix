{
  config,
  lib,
  options,
  pkgs,
}:
{
  "libraries.<name>.name" = name: "${name}";
  "package" = pkgs.papis;
}
