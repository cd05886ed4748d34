{ a
/*nixfmt:disable*/
,   b
  , c   ? 1
/*nixfmt:enable*/
, d,   e
}: a
