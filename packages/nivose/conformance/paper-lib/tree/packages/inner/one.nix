{
  given ? 1,
}:
{
  inherit given;
}
