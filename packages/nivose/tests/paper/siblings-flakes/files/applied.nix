{ word }:
{ ... }:
{
  flake.applied = word;
}
