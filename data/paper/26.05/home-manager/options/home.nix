{
  config,
  lib,
  options,
  pkgs,
}:
{
  "file.<name>.target" = name: name;
}
