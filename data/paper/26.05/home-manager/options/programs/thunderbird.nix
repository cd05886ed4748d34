{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.thunderbird;
  "profiles.<name>.feedAccounts.<name>.name" = name1: name: "${name1}";
  "profiles.<name>.name" = name: "${name}";
}
