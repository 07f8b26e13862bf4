// Philox-4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011), LANES blocks
// at once, each 32-bit word in the lower half of a lane.

enum { PHILOX_ROUNDS = 10 };

static const uint64_t low_half = 0xffffffff;

/// The product of the lower halves of each lane: one instruction, which ignores the upper ones.
static inline words half_product(words x, words y) { return (x & low_half) * (y & low_half); }

/// The keys of all rounds, the same in all lanes.
typedef struct {
  words left[PHILOX_ROUNDS], right[PHILOX_ROUNDS];
} key_schedule;

static inline key_schedule scheduled(uint64_t key) {
  key_schedule keys;
  uint32_t left = (uint32_t)key, right = (uint32_t)(key >> 32);
  for (int round = 0; round < PHILOX_ROUNDS; round++) {
    keys.left[round] = (words)(uint64_t)left;
    keys.right[round] = (words)(uint64_t)right;
    left += 0x9E3779B9u;
    right += 0xBB67AE85u;
  }
  return keys;
}

/// The two words of each block. The upper halves of the state hold anything: only products of lower
/// halves, and the results, are ever read.
static inline void philox_lanes(words count, uint64_t trial, const key_schedule *keys,
                                words *first, words *second) {
  words c0 = count, c1 = count >> 32;
  words c2 = (words)trial, c3 = (words)(trial >> 32);
#pragma clang loop unroll(full)
  for (int round = 0; round < PHILOX_ROUNDS; round++) {
    words left = half_product(c0, (words)0xD2511F53u);
    words right = half_product(c2, (words)0xCD9E8D57u);
    c0 = (right >> 32) ^ (c1 ^ keys->left[round]);
    c2 = (left >> 32) ^ (c3 ^ keys->right[round]);
    c1 = right;
    c3 = left;
  }
  *first = c1 << 32 | (c0 & low_half);
  *second = c3 << 32 | (c2 & low_half);
}

void KERNEL(kernel_philox)(uint64_t first, uint64_t trial, uint64_t key, uint64_t *out,
                           ptrdiff_t blocks) {
  key_schedule keys = scheduled(key);
  // Blocks stand in the lanes so that pairs of words are brought into order by one instruction.
  const words steps = {0, 2, 1, 3, 4, 6, 5, 7};
  for (ptrdiff_t block = 0; block < blocks; block += LANES) {
    words a, b;
    philox_lanes(steps + (first + (uint64_t)block), trial, &keys, &a, &b);
    words lower = __builtin_shufflevector(a, b, 0, 8, 2, 10, 1, 9, 3, 11);
    words upper = __builtin_shufflevector(a, b, 4, 12, 6, 14, 5, 13, 7, 15);
    ptrdiff_t width = blocks - block < LANES ? blocks - block : LANES;
    if (width == LANES) {
      *(loose_words *)(out + 2 * block) = lower;
      *(loose_words *)(out + 2 * block + LANES) = upper;
    } else {
      uint64_t rest[2 * LANES];
      *(loose_words *)rest = lower;
      *(loose_words *)(rest + LANES) = upper;
      for (ptrdiff_t i = 0; i < 2 * width; i++) out[2 * block + i] = rest[i];
    }
  }
}

/// The upper 53 bits of each word as a number in [0, 1), without an instruction to convert them.
static inline vector fractions(words w) {
  words bits = w >> 11;
  // The halves become the fractions of 2^84 and 2^52, and both are taken off again, exactly.
  vector upper = (vector)((bits >> 32) | (uint64_t)0x4530000000000000);
  vector lower = (vector)((bits & low_half) | (uint64_t)0x4330000000000000);
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

/// Adds the upper half of word · bound to `lower`, unless the lower half is below the threshold.
static inline void add_integer(uint64_t word, kernel_range range, int64_t *x, ptrdiff_t *written) {
  unsigned __int128 product = (unsigned __int128)word * range.bound;
  if ((uint64_t)product < range.threshold) return;
  x[(*written)++] = range.lower + (int64_t)(product >> 64);
}

void KERNEL(kernel_integers)(const uint64_t *in, kernel_range range, int64_t *x, ptrdiff_t count,
                             ptrdiff_t *written) {
  ptrdiff_t i = 0, out = 0;
  if (range.bound <= low_half) {
    for (; i + LANES <= count; i += LANES) {
      words w = *(const loose_words *)(in + i);
      words lower = half_product(w, (words)range.bound);
      words upper = half_product(w >> 32, (words)range.bound) + (lower >> 32);
      // A threshold has 32 bits: below it, the upper half of these 64 is 0.
      if (__builtin_expect(__builtin_reduce_or((integers)((upper & low_half) == 0)) != 0, 0)) {
        for (int lane = 0; lane < LANES; lane++) add_integer(in[i + lane], range, x, &out);
      } else {
        *(loose_words *)(x + out) = (upper >> 32) + (uint64_t)range.lower;
        out += LANES;
      }
    }
  }
  for (; i < count; i++) add_integer(in[i], range, x, &out);
  *written = out;
}
