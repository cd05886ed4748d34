{ ... }:
{
  my.web.port = 8080;
}
