{
  disabledModules = [ ./disabled.nix ];
  imports = [ ./disabled.nix ];
  new = [ "c" ];
}
