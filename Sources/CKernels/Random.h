// Philox-4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011), LANES blocks
// at once, each 32-bit word in the lower half of a lane.

enum { PHILOX_ROUNDS = 10 };

static const uint64_t philox_low_half = 0xffffffff;

static inline void philox_lanes(words count, uint64_t trial, uint64_t key, words *first,
                                words *second) {
  words c0 = count & philox_low_half, c1 = count >> 32;
  words c2 = trial & philox_low_half, c3 = trial >> 32;
  uint64_t k0 = key & philox_low_half, k1 = key >> 32;
  for (int round = 0; round < PHILOX_ROUNDS; round++) {
    words left = c0 * 0xD2511F53u, right = c2 * 0xCD9E8D57u;
    words next0 = (right >> 32) ^ c1 ^ k0, next2 = (left >> 32) ^ c3 ^ k1;
    c1 = right & philox_low_half;
    c3 = left & philox_low_half;
    c0 = next0;
    c2 = next2;
    k0 = (k0 + 0x9E3779B9u) & philox_low_half;
    k1 = (k1 + 0xBB67AE85u) & philox_low_half;
  }
  *first = c1 << 32 | c0;
  *second = c3 << 32 | c2;
}

void KERNEL(kernel_philox)(uint64_t first, uint64_t trial, uint64_t key, uint64_t *out,
                           ptrdiff_t blocks) {
  words steps;
  for (int i = 0; i < LANES; i++) steps[i] = (uint64_t)i;
  for (ptrdiff_t block = 0; block < blocks; block += LANES) {
    words a, b;
    philox_lanes(steps + (first + (uint64_t)block), trial, key, &a, &b);
    ptrdiff_t width = blocks - block < LANES ? blocks - block : LANES;
    for (ptrdiff_t i = 0; i < width; i++) {
      out[2 * (block + i)] = a[i];
      out[2 * (block + i) + 1] = b[i];
    }
  }
}

/// The upper 53 bits of each word as a number in [0, 1), without an instruction to convert them.
static inline vector fractions(words w) {
  words bits = w >> 11;
  // The halves become the fractions of 2^84 and 2^52, and both are taken off again, exactly.
  vector upper = (vector)((bits >> 32) | (uint64_t)0x4530000000000000);
  vector lower = (vector)((bits & philox_low_half) | (uint64_t)0x4330000000000000);
  return ((upper - 0x1.00000001p84) + lower) * 0x1p-53;
}

void KERNEL(kernel_uniform)(const uint64_t *in, double lower, double length, double *x,
                            ptrdiff_t count) {
  ptrdiff_t i = 0;
  for (; i + LANES <= count; i += LANES) {
    store(x + i, lower + length * fractions(*(const loose_words *)(in + i)));
  }
  for (; i < count; i++) x[i] = lower + length * ((double)(in[i] >> 11) * 0x1p-53);
}
