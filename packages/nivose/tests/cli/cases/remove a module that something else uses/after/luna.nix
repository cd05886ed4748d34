{
  imports = [ ./modules/nixos/sound.nix ];
  home-lab.sound.enable = true;
}
