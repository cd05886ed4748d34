# Homebrew brings what it needs for the App Store and for containers.
{ config, lib, ... }:
let
  cfg = config.homebrew;
in
{
  config = {
    homebrew.brews =
      lib.optional (cfg.masApps != { }) "mas" ++ lib.optional (cfg.whalebrews != [ ]) "whalebrew";

    assertions = [
      {
        assertion = cfg.global.noLock == null;
        message = "The option `homebrew.global.noLock' was removed, use `homebrew.global.lockfiles' in it's place.";
      }
    ];
  };
}
