{
  services.openssh.enable = true;
  # Perhaps it is new.
  services.opensssh.enable = true;
}
