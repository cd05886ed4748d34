{ pkgs, ... }:
{
  environment.systemPackages = [ pkgs.vscode ];
}
