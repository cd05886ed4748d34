# Sets that are defined in terms of themselves, and overlays of them.
{ lib }:
rec {
  fix =
    define:
    let
      self = define self;
    in
    self;

  fix' = define: fix (self: define self // { __unfix__ = define; });

  converge =
    step: start:
    let
      next = step start;
    in
    if next == start then start else converge step next;

  # `prev` is what `define` makes of the final set.
  extends =
    overlay: define: final:
    let
      prev = define final;
    in
    prev // overlay final prev;

  composeExtensions =
    first: second: final: prev:
    let
      changes = first final prev;
    in
    changes // second final (prev // changes);

  composeManyExtensions = lib.foldr composeExtensions (_: _: { });

  makeExtensible = makeExtensibleWithCustomName "extend";

  makeExtensibleWithCustomName =
    name: define:
    fix' (
      self:
      define self // { ${name} = overlay: makeExtensibleWithCustomName name (extends overlay define); }
    );

  # A set, a function of `prev`, or an overlay already.
  toExtension =
    given:
    if !lib.isFunction given then
      _: _: given
    else
      final: prev:
      let
        changes = given prev;
      in
      if lib.isFunction changes then given final prev else changes;
}
