{
  config,
  lib,
  options,
  pkgs,
}:
{
  "jackd.package" = pkgs.jack2;
}
