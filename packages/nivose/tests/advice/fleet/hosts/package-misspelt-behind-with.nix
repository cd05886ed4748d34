{ pkgs, ... }:
{
  environment.systemPackages = with pkgs; [
    git
    ripgrepp
  ];
}
