# What Nix does on macOS besides what `common/nix.nix` says.
{
  nix.gc.interval = {
    Weekday = 0;
    Hour = 3;
    Minute = 0;
  };
}
