{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.bindMounts.<name>.mountPoint" = name1: name: name;
  "<name>.nixpkgs" = name: pkgs.path;
}
