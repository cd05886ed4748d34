# What Nix does on macOS besides what `common/nix.nix` says.
{
  # @if old@
  services.nix-daemon.enable = true;

  # @end@
  nix.gc.interval = {
    Weekday = 0;
    Hour = 3;
    Minute = 0;
  };
}
