{ ... }:
{
  programs.git.userName = "Alex";
}
