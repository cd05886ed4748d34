{ ... }:
{
  services.ngnix.enable = true;
}
