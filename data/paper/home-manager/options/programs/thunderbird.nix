{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.thunderbird;
  "profiles.<name>.name" = name: "${name}";
}
