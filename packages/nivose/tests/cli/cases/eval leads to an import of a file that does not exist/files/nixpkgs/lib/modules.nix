let
  load = file: let module = import file; in [ module ] ++ builtins.concatMap load (module.imports or [ ]);
in
load
