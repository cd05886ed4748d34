{ pkgs, ... }:
{
  environment.systemPackages = [ pkgs.ripgrpe ];
}
