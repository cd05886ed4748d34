/**
 * The digits of a float, few enough to be short and enough to read the same float again, by the algorithm Grisu2
 * (Florian Loitsch, "Printing Floating-Point Numbers Quickly and Accurately with Integers", 2010). JSON is written so
 * in Nix, and one float in a few hundred gets other digits than JavaScript gives it, so JavaScript's cannot be used.
 *
 * All significands have 64 bits; a value is its significand times two to the power of its exponent.
 */

interface Scaled {
  readonly significand: bigint;
  readonly exponent: number;
}

/** The digits of a positive float, and the power of ten of the first. */
export function shortestDigits(value: number): { readonly digits: string; readonly exponent: number } {
  const { exact, below, above } = neighbourhood(value);
  const power = powerFor(above.exponent);
  const scaled = times(exact, power);
  // The products are off by less than one unit, so the interval is made smaller by one at both ends.
  const least = times(below, power).significand + 1n;
  const most = times(above, power).significand - 1n;
  const { digits, dropped } = generate(most, most - least, most - scaled.significand, BigInt(-scaled.exponent));
  return { digits, exponent: digits.length + dropped - power.decimal - 1 };
}

const SIGNIFICAND_BITS = 64n;
const FRACTION_BITS = 52n;
const HIDDEN_BIT = 1n << FRACTION_BITS;
const BIAS = 1075;
const bits = new DataView(new ArrayBuffer(8));

/** A float and the points half way to its neighbours, with one exponent for the latter two. */
function neighbourhood(value: number): { readonly exact: Scaled; readonly below: Scaled; readonly above: Scaled } {
  bits.setFloat64(0, value);
  const word = bits.getBigUint64(0);
  const fraction = word & (HIDDEN_BIT - 1n);
  const biased = Number(word >> FRACTION_BITS);
  const significand = biased === 0 ? fraction : fraction + HIDDEN_BIT;
  const exponent = (biased === 0 ? 1 : biased) - BIAS;
  const above = normalize({ significand: 2n * significand + 1n, exponent: exponent - 1 });
  // Below a power of two floats lie twice as close.
  const isPower = fraction === 0n && biased > 1;
  const below = isPower
    ? { significand: 4n * significand - 1n, exponent: exponent - 2 }
    : { significand: 2n * significand - 1n, exponent: exponent - 1 };
  const shift = BigInt(below.exponent - above.exponent);
  return {
    exact: normalize({ significand, exponent }),
    below: { significand: below.significand << shift, exponent: above.exponent },
    above,
  };
}

function normalize({ significand, exponent }: Scaled): Scaled {
  const shift = 64 - significand.toString(2).length;
  return { significand: significand << BigInt(shift), exponent: exponent - shift };
}

/** The product, rounded to 64 bits. */
function times(one: Scaled, other: Scaled): Scaled {
  const half = 1n << (SIGNIFICAND_BITS - 1n);
  return {
    significand: (one.significand * other.significand + half) >> SIGNIFICAND_BITS,
    exponent: one.exponent + other.exponent + 64,
  };
}

interface PowerOfTen extends Scaled {
  readonly decimal: number;
}

const LEAST_POWER = -300;
const STEP = 8;
const LEAST_EXPONENT = -60;
const powers = new Map<number, PowerOfTen>();

/** One of every eighth power of ten that brings a product with it into the range of exponents from -60 to -32. */
function powerFor(exponent: number): PowerOfTen {
  const wanted = LEAST_EXPONENT - exponent - 1;
  // The least power of ten that is large enough; the fraction approximates the logarithm of two.
  const least = Math.trunc((wanted * 78913) / 2 ** 18) + (wanted > 0 ? 1 : 0);
  const index = Math.trunc((least - LEAST_POWER + STEP - 1) / STEP);
  const decimal = LEAST_POWER + index * STEP;
  let power = powers.get(decimal);
  if (power === undefined) {
    power = powerOfTen(decimal);
    powers.set(decimal, power);
  }
  return power;
}

/** A power of ten, rounded to 64 bits. */
function powerOfTen(decimal: number): PowerOfTen {
  const extra = 1200n;
  const exact = decimal >= 0 ? (10n ** BigInt(decimal)) << extra : (1n << (2n * extra)) / 10n ** BigInt(-decimal);
  const length = exact.toString(2).length;
  const dropped = BigInt(length) - SIGNIFICAND_BITS;
  const significand = (exact + (1n << (dropped - 1n))) >> dropped;
  const exponent = Number(dropped - (decimal >= 0 ? extra : 2n * extra));
  return { significand, exponent, decimal };
}

/**
 * The digits of the largest number of an interval, until what is left lies within the interval; then the last digit is
 * lowered while that comes closer to the float. `point` is how many bits are behind the binary point.
 */
function generate(
  most: bigint,
  width: bigint,
  distance: bigint,
  point: bigint,
): { readonly digits: string; readonly dropped: number } {
  const one = 1n << point;
  const whole = String(most >> point);
  let rest = most & (one - 1n);
  for (let length = 1; length <= whole.length; length++) {
    const behind = whole.slice(length);
    const left = (BigInt(behind || 0) << point) + rest;
    if (left <= width) {
      const unit = (10n ** BigInt(behind.length)) << point;
      return { digits: lower(whole.slice(0, length), distance, width, left, unit), dropped: behind.length };
    }
  }
  let digits = whole;
  let scale = 1n;
  do {
    rest *= 10n;
    scale *= 10n;
    digits += String(rest >> point);
    rest &= one - 1n;
  } while (rest > width * scale);
  return {
    digits: lower(digits, distance * scale, width * scale, rest, one),
    dropped: whole.length - digits.length,
  };
}

function lower(digits: string, distance: bigint, width: bigint, left: bigint, unit: bigint): string {
  let last = Number(digits.at(-1));
  for (let rest = left; rest < distance && width - rest >= unit; rest += unit) {
    if (rest + unit >= distance && distance - rest <= rest + unit - distance) break;
    last--;
  }
  return digits.slice(0, -1) + String(last);
}
