{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.nginx.virtualHost" = name: "${name}";
  "<name>.package" = name: pkgs.cgit;
}
