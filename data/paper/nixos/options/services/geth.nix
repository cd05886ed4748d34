{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.package" = name: pkgs.go-ethereum.geth;
}
