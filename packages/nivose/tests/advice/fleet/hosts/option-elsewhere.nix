{ ... }:
{
  nginx.enable = true;
}
