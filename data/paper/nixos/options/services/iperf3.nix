{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.iperf3;
}
