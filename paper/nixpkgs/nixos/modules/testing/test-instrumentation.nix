{
  config,
  lib,
  options,
  pkgs,
  ...
}@arguments:
{
  options = import ../../options-of.nix "testing/test-instrumentation" arguments;
}
