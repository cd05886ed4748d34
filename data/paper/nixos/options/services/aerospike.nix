{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.aerospike;
}
