# Public age keys. A private one is never in this repository: people have theirs in their homes, and the key of a
# station is that of its SSH server.
{
  people = {
    player00 = "age1fmptmr03r56r4x8yr3parme0wzftlx7sdv9kaghdgf5a6ql8f9vslv2fzj";
  };
  stations = {
    Station-00 = "age1xd2p3u5dw78sgd2avkwgk97el36sqf4z0uzkep8lyxe25qz7dddqgfdw3t";
    Station-01 = "age1ha3r77nn8pzppywmjr6mvda7vg6y2ef4yluqmfhadcttjlk5wvlsap3kvu";
    Station-02 = "age10mtq3cy5f3uxc58v27sltt0yrfxlausrt3ty2uclmthp9gnaydvqq4huz2";
  };
}
