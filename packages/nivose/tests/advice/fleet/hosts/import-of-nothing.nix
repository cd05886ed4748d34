{
  imports = [ ../module/web.nix ];
}
