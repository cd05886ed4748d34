{ pkgs, ... }:
{
  environment.systemPackages = [ git ];
}
