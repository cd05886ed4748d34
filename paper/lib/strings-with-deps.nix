# Pieces of scripts that need other pieces before them.
{ lib }:
let
  inherit (builtins) foldl' isAttrs;

  piece = deps: text: { inherit deps text; };
in
rec {
  # An entry is a piece, or the name of one. A piece with a name is put in once, a piece itself each time.
  textClosureList =
    pieces: entries:
    let
      add =
        state: entry:
        if isAttrs entry then
          let
            before = foldl' add state entry.deps;
          in
          before // { result = before.result ++ [ entry.text ]; }
        else if state.done ? ${entry} then
          state
        else
          add (
            state
            // {
              done = state.done // {
                ${entry} = true;
              };
            }
          ) pieces.${entry};
    in
    (foldl' add {
      done = { };
      result = [ ];
    } entries).result;

  textClosureMap =
    change: pieces: entries:
    builtins.concatStringsSep "\n" (map change (textClosureList pieces entries));

  noDepEntry = piece [ ];
  fullDepEntry = text: deps: piece deps text;
  packEntry = deps: piece deps "";
  stringAfter = piece;
}
