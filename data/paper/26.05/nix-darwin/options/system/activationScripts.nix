{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.target" = name: "${name}";
}
