{ ... }:
{
  system.defaults.dock.autohide = true;
}
