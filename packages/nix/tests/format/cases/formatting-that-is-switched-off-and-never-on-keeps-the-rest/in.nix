{
  a   =   1;
  /*nixfmt:disable*/
  b   =   2;
   }

# the   end