# Nix on macOS.
{ lib, ... }:
{
  nix = {
    settings.trusted-users = [ "@admin" ];
    gc.interval = lib.mkDefault {
      Weekday = 0;
      Hour = 3;
      Minute = 15;
    };
    # Builds give way to what somebody is doing.
    daemonProcessType = lib.mkDefault "Adaptive";
    daemonIOLowPriority = lib.mkDefault true;
  };
}
