let a = __curPos; in a
