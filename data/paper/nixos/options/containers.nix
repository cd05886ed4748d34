{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.nixpkgs" = name: pkgs.path;
}
