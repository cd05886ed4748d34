{
  config,
  lib,
  options,
  pkgs,
}:
{
  "audio.enable" = config.services.pipewire.alsa.enable || config.services.pipewire.jack.enable || config.services.pipewire.pulse.enable;
  "package" = pkgs.pipewire;
  "wireplumber.enable" = config.services.pipewire.enable;
  "wireplumber.package" = pkgs.wireplumber;
}
