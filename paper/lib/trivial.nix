{ lib }:
{
  id = x: x;
}
