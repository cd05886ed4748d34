/** The shortest source that still shows something: pieces are cut out, ever smaller ones, as long as it does. */

/** `shows` is asked about several sources at the same time. */
export async function reduce(
  source: Uint8Array,
  shows: (sources: readonly Uint8Array[]) => Promise<readonly boolean[]>,
): Promise<Uint8Array> {
  for (let size = Math.max(1, source.length >> 1); size >= 1; size = size === 1 ? 0 : size >> 2 || 1) {
    for (let start = 0; start < source.length;) {
      // several pieces in a row are tried alone; the first one that can go, goes
      const starts: number[] = [];
      for (let at = start; at < source.length && starts.length < 16; at += size) starts.push(at);
      const candidates = starts.map((at) => Buffer.concat([source.subarray(0, at), source.subarray(at + size)]));
      const shown = await shows(candidates);
      // pieces that can go alone can mostly go together
      const together = candidateWithout(
        source,
        starts.filter((_, index) => shown[index]),
        size,
      );
      if (shown.filter(Boolean).length > 1 && (await shows([together]))[0]) {
        const removed = source.length - together.length;
        source = together;
        start = starts.at(-1)! + size - removed;
        continue;
      }
      const first = shown.indexOf(true);
      if (first < 0) start = starts.at(-1)! + size;
      else {
        source = candidates[first]!;
        start = starts[first]!;
      }
    }
  }
  return source;
}

function candidateWithout(source: Uint8Array, starts: readonly number[], size: number): Uint8Array {
  const kept: Uint8Array[] = [];
  let at = 0;
  for (const start of starts) {
    kept.push(source.subarray(at, start));
    at = start + size;
  }
  kept.push(source.subarray(at));
  return Buffer.concat(kept);
}
