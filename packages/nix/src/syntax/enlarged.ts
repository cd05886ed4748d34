/** Typed arrays cannot grow. These have what another one has, and room for at least as much as is asked for. */

export function enlarged(array: Int32Array, least = 0): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, array.length * 2));
  larger.set(array);
  return larger;
}

export function enlargedBytes(array: Uint8Array, least = 0): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(least, array.length * 2));
  larger.set(array);
  return larger;
}
