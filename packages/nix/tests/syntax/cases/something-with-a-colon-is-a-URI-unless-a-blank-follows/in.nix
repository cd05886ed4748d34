[ (x: x) x:x http://example.org/a?b=c&d~e git+ssh://g.h:1/i ]
