# Whose home this is.
{ lib, ... }:
{
  options.systems.person = {
    fullName = lib.mkOption {
      type = lib.types.str;
      default = "";
      description = "The name of the person.";
    };
    email = lib.mkOption {
      type = lib.types.str;
      default = "";
      description = "The address of the person.";
    };
  };
}
