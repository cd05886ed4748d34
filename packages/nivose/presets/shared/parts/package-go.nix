buildGoModule {
  pname = @pname@;
  version = @version@;

  src = @source@;

@if hash@
  # A build fails, and tells the right one.
@end@
  vendorHash = @vendorHash@;

  meta = {
    description = @description@;
@if license@
    license = @license@;
@end@
    mainProgram = @program@;
  };
}
