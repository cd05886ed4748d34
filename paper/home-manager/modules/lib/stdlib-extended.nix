# nixpkgs' `lib` with `hm` in it.
nixpkgsLib:
nixpkgsLib.extend (
  final: prev: {
    hm = import ./. { lib = final; };
    literalExpression = prev.literalExpression or prev.literalExample;
    literalDocBook = prev.literalDocBook or prev.literalExample;
  }
)
