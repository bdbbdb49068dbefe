import Sqlite from 'better-sqlite3';

/** A report id that sorts by its number. */
const idOf = (number) => `rep_${String(number).padStart(26, '0')}`;

/** The bands of random signatures, in the order of their index, so that millions of rows are put in quickly. */
function sortedBands(signatures, bandsOf, from) {
  const bands = bandsOf(signatures[0]).length;
  const keys = new Float64Array(signatures.length * bands);
  signatures.forEach((signature, index) => {
    bandsOf(signature).forEach((band, place) => {
      keys[index * bands + place] = (band + 2 ** 31) * 2 ** 21 + from + index;
    });
  });
  return keys.sort();
}

/** A random signature of 128 values of 16 bits, by a generator of 32 bits (xorshift). */
function signatureOf(state) {
  const signature = new Uint16Array(128);
  for (let place = 0; place < 128; place += 1) {
    state.bits ^= state.bits << 13;
    state.bits ^= state.bits >>> 17;
    state.bits ^= state.bits << 5;
    signature[place] = state.bits >>> 0;
  }
  return signature;
}

/**
 * Files so many fingerprints of texts that nobody wrote, which share nothing; reports are not needed to look them up.
 *
 * @param engine `bandsOf` and `encodeFingerprint` of the program
 */
export function fileFingerprints(file, from, to, { bandsOf, encodeFingerprint }) {
  const state = { bits: 20_261 + from };
  const signatures = Array.from({ length: to - from }, () => signatureOf(state));
  const database = new Sqlite(file);
  for (const pragma of ['foreign_keys = OFF', 'synchronous = OFF', 'cache_size = -262144']) database.pragma(pragma);
  const print = database.prepare('insert into report_fingerprints (report_id, signature) values (?, ?)');
  const band = database.prepare('insert or ignore into report_bands (band, report_id) values (?, ?)');
  database.transaction(() => {
    signatures.forEach((signature, index) =>
      print.run(idOf(from + index), encodeFingerprint({ words: 500, numbers: 1, signature })),
    );
    for (const key of sortedBands(signatures, bandsOf, from)) {
      band.run(Math.floor(key / 2 ** 21) - 2 ** 31, idOf(key % 2 ** 21));
    }
  })();
  database.close();
}
