{
  services.web.limits.disks = 2;
}
