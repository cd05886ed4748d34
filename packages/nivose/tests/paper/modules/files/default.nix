{ lib, ... }:
{
  options.fromFolder = lib.mkOption { default = "folder"; };
}
