{
  config,
  lib,
  options,
  pkgs,
}:
{
  "faster-whisper.package" = pkgs.wyoming-faster-whisper;
  "openwakeword.package" = pkgs.wyoming-openwakeword;
  "openwakeword.threshold" = 0.5;
  "piper.package" = pkgs.wyoming-piper;
  "piper.servers.<name>.lengthScale" = name: 1.0;
  "piper.servers.<name>.noiseScale" = name: 0.667;
  "piper.servers.<name>.noiseWidth" = name: 0.333;
  "piper.servers.<name>.piper" = name: pkgs.piper-tts;
  "satellite.name" = config.networking.hostName;
  "satellite.package" = pkgs.wyoming-satellite;
}
