{
  config,
  lib,
  options,
  pkgs,
  ...
}@arguments:
{
  options = import ../../options-of.nix "profiles/clone-config" arguments;
  config.boot.postBootCommands = import ../../../declare/unknown.nix "the copy of a configuration";
}
