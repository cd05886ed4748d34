import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applySplices,
  insert,
  narrowSplice,
  orderSplices,
  remove,
  replace,
  SpliceError,
  spliceBetween,
  type Splice,
} from "../../src/syntax/edit.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text, "latin1");
const edited = (source: string, splices: readonly Splice[]): string =>
  Buffer.from(applySplices(bytes(source), splices)).toString("latin1");

describe("splices", () => {
  test("replace, insert and remove, given in any order", () => {
    const splices = [remove({ start: 5, end: 7 }), insert(0, "# top\n"), replace({ start: 2, end: 3 }, "bee")];
    expect(edited("a b c d", splices)).toBe("# top\na bee c");
  });

  test("keep bytes that are not UTF-8", () => {
    expect(edited("\xff\xfe old \x80", [replace({ start: 3, end: 6 }, "é")])).toBe("\xff\xfe \xc3\xa9 \x80");
  });

  test("insertions at one place keep the order in which they were given", () => {
    expect(edited("ab", [insert(1, "1"), insert(0, "0"), insert(1, "2"), insert(2, "3")])).toBe("0a12b3");
  });

  test("insertions at the edges of a replaced range stay outside of it", () => {
    const splices = [replace({ start: 1, end: 2 }, "X"), insert(2, ">"), insert(1, "<")];
    expect(edited("abc", splices)).toBe("a<X>c");
  });

  test("ranges that touch do not overlap", () => {
    expect(edited("abcd", [replace({ start: 2, end: 4 }, "2"), replace({ start: 0, end: 2 }, "1")])).toBe("12");
  });

  test("an overlap is reported with both splices, in the order of the file", () => {
    const late = replace({ start: 2, end: 5 }, "x");
    const early = replace({ start: 0, end: 3 }, "y");
    expect(orderSplices([late, early], 9)).toStrictEqual({
      ok: false,
      problem: { kind: "overlap", first: early, second: late },
    });
    const within = insert(1, "z");
    expect(orderSplices([early, within], 9)).toStrictEqual({
      ok: false,
      problem: { kind: "overlap", first: early, second: within },
    });
    expect(() => applySplices(bytes("123456789"), [late, early])).toThrow(SpliceError);
  });

  test("the same range twice is an overlap", () => {
    const one = replace({ start: 1, end: 2 }, "x");
    expect(orderSplices([one, one], 9).ok).toBe(false);
  });

  test.each([
    ["before the start", -1, 0],
    ["past the end", 3, 5],
    ["backwards", 2, 1],
    ["at no whole number", 0.5, 1],
    ["at no number", Number.NaN, 1],
  ])("a range %s is refused", (_, start, end) => {
    const splice = remove({ start, end });
    expect(orderSplices([splice], 4)).toStrictEqual({ ok: false, problem: { kind: "outside", splice } });
  });
});

describe("the shortest splice", () => {
  test("leaves out what stays", () => {
    const source = bytes("services.nginx.enable = false;");
    const splice = narrowSplice(source, replace({ start: 0, end: 30 }, "services.nginx.enable = true;"))!;
    expect([splice.start, splice.end, Buffer.from(splice.bytes).toString()]).toStrictEqual([24, 28, "tru"]);
  });

  test("is none where nothing changes", () => {
    expect(narrowSplice(bytes("abc"), replace({ start: 0, end: 3 }, "abc"))).toBeUndefined();
    expect(narrowSplice(bytes("abc"), insert(1, ""))).toBeUndefined();
  });

  test("turns any bytes into any other, and starts and ends at bytes that differ", () => {
    const few = fc.uint8Array({ max: 2, maxLength: 12 });
    fc.assert(
      fc.property(few, few, (before, after) => {
        const splice = spliceBetween(before, after);
        expect([...applySplices(before, splice === undefined ? [] : [splice])]).toStrictEqual([...after]);
        const both = splice !== undefined && splice.start < splice.end && splice.bytes.length > 0;
        const edges = both ? [splice.bytes[0]!, splice.bytes.at(-1)!] : [];
        const old = both ? [before[splice.start]!, before[splice.end - 1]!] : [];
        expect(edges.filter((byte, index) => byte === old[index])).toStrictEqual([]);
      }),
    );
  });
});

describe("against a naive model", () => {
  // the model gives every gap between two bytes its insertions and every byte its replacement
  const model = (source: Uint8Array, splices: readonly Splice[]): number[] => {
    const gaps: number[][] = Array.from({ length: source.length + 1 }, () => []);
    const kept: (number[] | undefined)[] = [...source].map((byte) => [byte]);
    for (const { start, end, bytes: content } of splices) {
      if (start === end) gaps[start]!.push(...content);
      else for (let offset = start; offset < end; offset++) kept[offset] = offset === start ? [...content] : [];
    }
    return gaps.flatMap((gap, offset) => [...gap, ...(kept[offset] ?? [])]);
  };

  const cuts = fc.tuple(
    fc.uint8Array({ maxLength: 40 }),
    fc.array(fc.nat(40), { maxLength: 8 }),
    fc.infiniteStream(fc.nat()),
  );

  test("any splices that do not overlap, in any order", () => {
    fc.assert(
      fc.property(cuts, ([source, places, choices]) => {
        const next = (): number => choices.next().value as number;
        const offsets = places.map((place) => Math.min(place, source.length)).sort((one, other) => one - other);
        const splices: Splice[] = [];
        for (let index = 0; index + 1 < offsets.length; index += 1 + (next() % 2)) {
          const [start, end] = [offsets[index]!, offsets[index + 1]!];
          const content = Uint8Array.from({ length: next() % 4 }, () => next() % 256);
          splices.push({ start, end: next() % 3 === 0 ? start : end, bytes: content });
        }
        const shuffled = splices
          .map((splice) => ({ splice, key: splice.start === splice.end ? 0 : next() }))
          .sort((one, other) => one.key - other.key)
          .map(({ splice }) => splice);
        expect([...applySplices(source, shuffled)]).toStrictEqual(model(source, shuffled));
      }),
    );
  });
});
