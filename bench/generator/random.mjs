/** A seeded stream of chance (mulberry32): the same seed gives the same articles and rows on every machine. */
export class Chance {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** A number of [0, 1). */
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let hash = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    hash ^= hash + Math.imul(hash ^ (hash >>> 7), hash | 61);
    return ((hash ^ (hash >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Whether something of that probability happens. */
  happens(probability) {
    return this.next() < probability;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least, most) {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** One of a list, each as likely. */
  pick(list) {
    return list[Math.floor(this.next() * list.length)];
  }
}

/**
 * Draws places 0 … size − 1, the one at place k with a weight of (k + 1)^−exponent (Zipf): few are spoken of much, most
 * of them little.
 */
export function zipf(size, exponent) {
  const sums = new Float64Array(size);
  let sum = 0;
  for (let place = 0; place < size; place += 1) sums[place] = sum += (place + 1) ** -exponent;
  return (chance) => {
    const wanted = chance.next() * sum;
    let [low, high] = [0, size - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
