# @about@
{
  @gitUser@
}
