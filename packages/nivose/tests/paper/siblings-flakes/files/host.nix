{ my-hello, ... }:
{
  hello = my-hello;
}
