# A specialisation has none of its own.
{ lib, ... }:
{
  isSpecialisation = lib.mkForce true;
  specialisation = lib.mkOverride 0 { };
}
