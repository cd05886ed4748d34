{
  system,
  config,
  overlays,
}:
{
  hello = throw "nobody needs to know what it is";
}
