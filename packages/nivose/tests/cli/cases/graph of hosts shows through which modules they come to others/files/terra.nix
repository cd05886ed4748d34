{ lib, ... }:
{
  imports = lib.optionl true ./modules/ssh.nix;
}
