# @about@
{
  programs.git.@gitUser@
}
