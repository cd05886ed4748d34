{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.program" = name: "${name}";
}
