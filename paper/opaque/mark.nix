# Says that something in the evaluation is not known, which the module system of paper takes into account. Others are told
# to accept any option.
about:
{ lib, options, ... }:
{
  _file = "unknown on paper";
  key = "unknown on paper: something of the input ${about.input}";
  config._module =
    if options._module ? opaque then { opaque = [ about ]; } else { check = lib.mkDefault false; };
}
