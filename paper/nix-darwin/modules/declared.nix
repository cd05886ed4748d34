# The options of nix-darwin. A few of them are declared with what the data do not say of them.
arguments@{
  config,
  lib,
  options,
  pkgs,
  ...
}:
import ../declare {
  data = ../data/options;
  project = "nix-darwin";
  overrides = import ./own-options.nix {
    inherit
      config
      lib
      options
      pkgs
      ;
  };
} arguments
