/**
 * A stable sort that asks the same questions in the same order as the one of the C++ library that Nix is built with, so
 * that what a comparison traces, and which comparison fails first, agrees too: runs of seven are sorted by insertion
 * and merged, each half of the list by itself, and then the two halves.
 */

const RUN = 7;

type ComesBefore<Item> = (a: Item, b: Item) => boolean;

export function stableSort<Item>(items: readonly Item[], comesBefore: ComesBefore<Item>): Item[] {
  const middle = Math.ceil(items.length / 2);
  const left = sortHalf(items.slice(0, middle), comesBefore);
  const right = sortHalf(items.slice(middle), comesBefore);
  return left.length <= right.length ? merge(left, right, comesBefore) : mergeBackward(left, right, comesBefore);
}

function sortHalf<Item>(items: Item[], comesBefore: ComesBefore<Item>): Item[] {
  for (let start = 0; start < items.length; start += RUN) {
    sortRun(items, start, Math.min(start + RUN, items.length), comesBefore);
  }
  let sorted = items;
  for (let width = RUN; width < sorted.length; width *= 2) {
    const merged: Item[] = [];
    for (let start = 0; start < sorted.length; start += width * 2) {
      const left = sorted.slice(start, start + width);
      const right = sorted.slice(start + width, start + width * 2);
      for (const item of merge(left, right, comesBefore)) merged.push(item);
    }
    sorted = merged;
  }
  return sorted;
}

function sortRun<Item>(items: Item[], start: number, end: number, comesBefore: ComesBefore<Item>): void {
  for (let index = start + 1; index < end; index++) {
    const item = items[index]!;
    let place = index;
    if (comesBefore(item, items[start]!)) place = start;
    else while (comesBefore(item, items[place - 1]!)) place--;
    items.copyWithin(place + 1, place, index);
    items[place] = item;
  }
}

function merge<Item>(left: readonly Item[], right: readonly Item[], comesBefore: ComesBefore<Item>): Item[] {
  const merged: Item[] = [];
  let a = 0;
  let b = 0;
  while (a < left.length && b < right.length) {
    merged.push(comesBefore(right[b]!, left[a]!) ? right[b++]! : left[a++]!);
  }
  while (a < left.length) merged.push(left[a++]!);
  while (b < right.length) merged.push(right[b++]!);
  return merged;
}

/** The same from the end. */
function mergeBackward<Item>(left: readonly Item[], right: readonly Item[], comesBefore: ComesBefore<Item>): Item[] {
  const merged = Array.from<Item>({ length: left.length + right.length });
  let a = left.length;
  let b = right.length;
  for (let place = merged.length - 1; place >= 0; place--) {
    const fromLeft = b === 0 || (a > 0 && comesBefore(right[b - 1]!, left[a - 1]!));
    merged[place] = fromLeft ? left[--a]! : right[--b]!;
  }
  return merged;
}
