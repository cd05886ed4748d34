python3Packages.buildPythonApplication {
  pname = @pname@;
  version = @version@;
  pyproject = true;

  src = @source@;

  build-system = [ @buildSystem@ ];
@if dependencies@

  dependencies = [ @dependencies@ ]
@if extras@
  ++ lib.concatLists [ @extras@ ]
@end@
  ;
@end@
@if missing@

  @missing@
@end@

  meta = {
    description = @description@;
@if license@
    license = @license@;
@end@
    mainProgram = @program@;
  };
}
