# A module of which nothing is known. It can be called, since some are functions of arguments to a module, and has what is
# selected below it, since some are sets of modules.
{ about, selected }:
let
  at =
    path:
    selected (name: at "${path}.${name}")
    // {
      _file = place path;
      __functor = _: _: module path;
      __functionArgs = { };
    };

  place = path: "unknown on paper: the module ${path} of the input ${about.input}";

  mark = import ./mark.nix about;

  module =
    path:
    {
      _file = place path;
      key = place path;
      imports = [ mark ];
    }
    // (if isOfFlakes path then { perSystem = mark; } else { });

  # A module of flake-parts may declare options of every system as well.
  isOfFlakes = path: builtins.match "flakeModules?(\\..*)?|modules\\.flake(\\..*)?" path != null;
in
at
