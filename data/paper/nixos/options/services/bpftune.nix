{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.bpftune;
}
