{ pkgs, ... }:
{
  nixpkgs.config.permittedInsecurePackages = [ "python-2.7" ];
  environment.systemPackages = with pkgs; [ openssl_1_1 ];
}
