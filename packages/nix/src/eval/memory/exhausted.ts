export class HeapExhausted extends Error {}

export function raiseExhausted(): never {
  throw new HeapExhausted();
}
