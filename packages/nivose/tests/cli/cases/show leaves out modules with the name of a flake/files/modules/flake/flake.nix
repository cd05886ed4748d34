{ lib, ... }: { options.flake = lib.mkOption { }; }
