[ ({ a, b, a }: a) ({ c }@c: c) (d@{ e, d, e }: d) ]
