{ pkgs, ... }:
{
  config = pkgs.lib.mkIf true { services.nginx.enable = true; };
}
