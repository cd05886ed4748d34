/** The kinds of elements of a document. The order of the spacings is their strength: of two, the stronger stays. */

export type ElementKind = number;

/** An element that was taken back. */
export const Nothing = 0;

/** A line break or nothing, decided for itself: it breaks where the line is full. */
export const Softbreak = 1;
/** A line break or nothing, decided by the group. */
export const Break = 2;
/** A blank that is never a line break. */
export const Hardspace = 3;
/** A line break or a blank, decided for itself. */
export const Softspace = 4;
/** A line break or a blank, decided by the group. */
export const Space = 5;
/** Always a line break. */
export const Hardline = 6;
/** Always an empty line. */
export const Emptyline = 7;
/** Always so many line breaks as it says; two of them add up. */
export const Newlines = 8;

export const Text = 10;
/** A comment, which may be wider than the line. */
export const Comment = 11;
/** A comment behind something on its line. */
export const TrailingComment = 12;
/** Something that is there only where its group is broken. */
export const TrailingText = 13;
/** Blanks that start a line as they are, without indentation, even if there are none of them. */
export const RawText = 14;
/** Here starts a part that keeps its original text: what follows is laid out and not written. */
export const DisabledStart = 15;
/** The original text of the part that ends here. */
export const Verbatim = 16;
/** The same, for a part that goes to the end of the file, which may lack its last line break. */
export const VerbatimToEnd = 17;

/** Broken as a whole or not at all. */
export const Group = 20;
/**
 * If the group around does not fit into a line: the part of it to break alone, as long as what is left and right of it
 * fits. Of several, the last one that works.
 */
export const PriorityGroup = 21;
/** A group whose priority groups count as those of the group around it. */
export const TransparentGroup = 22;
/** The end of any group. */
export const Close = 23;

export function isSpacing(kind: ElementKind): boolean {
  return kind >= Softbreak && kind <= Newlines;
}

/** Whether a spacing is the same in a broken group and in one that is not. */
export function isHardSpacing(kind: ElementKind): boolean {
  return kind === Hardspace || (kind >= Hardline && kind <= Newlines);
}

export function isTextKind(kind: ElementKind): boolean {
  return kind >= Text && kind <= VerbatimToEnd;
}

export function isOpen(kind: ElementKind): boolean {
  return kind >= Group && kind <= TransparentGroup;
}

/** The blanks that a spacing is in a line that is not broken. */
export function flatWidth(kind: ElementKind): number {
  return kind >= Hardspace && kind <= Space ? 1 : 0;
}

/**
 * The one spacing that two neighbours are. For `Newlines` see {@link mergedNewlines}.
 */
export function merged(left: ElementKind, right: ElementKind): ElementKind {
  const weak = left < right ? left : right;
  const strong = left < right ? right : left;
  if (strong === Hardspace) {
    if (weak === Break) return Space;
    if (weak === Softbreak) return Softspace;
  } else if (strong === Softspace && weak === Break) return Space;
  return strong;
}

/** The line breaks of two neighbours of which at least one is `Newlines`; `count` is of that one. */
export function mergedNewlines(kind: ElementKind, kindCount: number, count: number): number {
  switch (kind) {
    case Newlines:
      return kindCount + count;
    case Emptyline:
      return count + 2;
    case Hardspace:
      return count;
    default:
      return count + 1;
  }
}
