/** What is wrong with a host since a change, and was not before. */

import { expect, test } from "vitest";
import type { Finding } from "../../../src/check/finding.ts";
import { newMisfits } from "../../../src/scaffold/service/misfits.ts";

const found = (store: string, file: string): Finding =>
  ({
    rule: "host-evaluation",
    text: `the system of this host cannot be evaluated: opening file '/nix/store/${store}-source/${file}': No such file or directory`,
  }) as unknown as Finding;

test("a file that was missing before is no news in a copy, which has another place in the store", () => {
  const [before, after] = ["l9h27n7na99fqddcdjq74g79bx8fpnql", "q8h27n7na99fqddcdjq74g79bx8fpnqz"];
  expect(newMisfits([found(before, "a.txt")], [found(after, "a.txt")])).toEqual([]);
  expect(newMisfits([found(before, "a.txt")], [found(after, "b.txt")])).toHaveLength(1);
});
