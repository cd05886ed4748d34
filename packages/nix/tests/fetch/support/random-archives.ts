/** Archives by chance, of names that get in each other's way. The same number gives the same archive. */

import { type TarMember, tar, TIME } from "./tarballs.ts";

const names = [
  "a",
  "b",
  "c",
  "a/b",
  "a/b/c",
  "b/a",
  "./a",
  "a/./b",
  "a//c",
  "/b",
  "../c",
  "a/../b",
  "top/a",
  "top/b",
  "top",
  "é",
  "a/",
];
const flags = ["0", "0", "0", "0", "5", "2", "1", "\0", "7"];
const formats = ["ustar", "gnu", "old"] as const;

export function randomArchive(seed: number): Buffer {
  const next = random(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[next(items.length)]!;
  const members = Array.from({ length: 1 + next(8) }, (): TarMember => {
    const flag = pick(flags);
    const path = Buffer.from(pick(names)).toString("latin1");
    return {
      path: next(4) === 0 ? `top/${path}` : path,
      flag,
      content: flag === "1" || flag === "2" || flag === "5" ? "" : "x".repeat(pick([0, 1, 511, 512, 513])),
      mode: pick([0o644, 0o755, 0o600, 0o611, 0o100]),
      modified: TIME + next(1000),
      target: pick(names),
      format: pick(formats),
      ...(next(6) === 0
        ? {
            pax: pick<Record<string, string>>([
              { mtime: `${TIME + next(5000)}.5` },
              { path: pick(names) },
              { comment: "x" },
            ]),
          }
        : {}),
    };
  });
  return tar(members, pick(["end", "end", "no end"]));
}

function random(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
