{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.cyrus_sasl.bin;
}
