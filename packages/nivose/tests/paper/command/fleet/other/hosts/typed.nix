{
  services.openssh.ports = "22";
}
