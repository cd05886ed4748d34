# A value that fails, or is cut off, where it is deeper than it may be.
{ lib }:
{
  withRecursion =
    {
      depthLimit,
      throwOnDepthLimit ? true,
    }:
    assert builtins.isInt depthLimit;
    let
      # what makes a set more than a set is left as it is
      kept = [
        "__functor"
        "__functionArgs"
        "__toString"
        "__pretty"
      ];

      limited =
        depth: value:
        if depth <= depthLimit then
          value
        else if throwOnDepthLimit then
          throw "Exceeded maximum eval-depth limit of ${toString depthLimit} while trying to evaluate with `generators.withRecursion'!"
        else
          "<unevaluated>";

      walk =
        depth: value:
        let
          deeper = each: walk (depth + 1) (limited (depth + 1) each);
        in
        if builtins.isAttrs value then
          builtins.mapAttrs (name: each: if builtins.elem name kept then each else deeper each) value
        else if builtins.isList value then
          map deeper value
        else
          limited (depth + 1) value;
    in
    walk 0;
}
