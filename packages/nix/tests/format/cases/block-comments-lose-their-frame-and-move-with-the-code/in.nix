{
      /*
       * a frame
       *   of stars
       *
       */
  a = 1;
    /* text
       at the start
         more
    */
  b = 1;
  /*
    no stars
      but indentation
    ends here */
  c = 1;
  /** documentation */
  d = 1;
  /**
    documentation

    of several lines
  */
  e = 1;
  /* one line */
  f = 1;
  /**/
  g = 1;
  /* */
  h = 1;
  i = /* before a value */ 1;
  j = /* of
    two lines */ 1;
}
