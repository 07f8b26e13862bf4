// e^x = 2^n · e^r with n = round(x / ln 2) and |r| ≤ ln 2 / 2.

/// e^r · 2^0, in [0.7, 1.42], and n as the low bits of `shifted`.
static inline vector reduced_exp(vector x, vector *shifted) {
  // Adding 1.5 · 2^52 rounds to an integer and leaves it in the low bits.
  const double magic = 0x1.8p52;
  *shifted = fused(x, (vector)0x1.71547652b82fep+0, (vector)magic);
  vector n = *shifted - magic;
  // ln 2 in two parts, the first of 42 bits, so that n times it is exact.
  vector upper = fused(n, (vector)-0x1.62e42fefa3800p-1, x);
  vector r = fused(n, (vector)-0x1.ef35793c76730p-45, upper);
  vector rest = fused(n, (vector)-0x1.ef35793c76730p-45, upper - r);
  // (e^r - 1 - r) / r², minimax of degree 9: relative error of e^r below 4e-18.
  vector square = r * r;
  vector odd = (vector)0x1.ad7f6f0799ee2p-26;
  odd = fused(odd, square, (vector)0x1.71df2552390c2p-19);
  odd = fused(odd, square, (vector)0x1.a01a012a57b51p-13);
  odd = fused(odd, square, (vector)0x1.1111111127be5p-7);
  odd = fused(odd, square, (vector)0x1.55555555554fap-3);
  vector even = (vector)0x1.28ad72cc30daap-22;
  even = fused(even, square, (vector)0x1.a0199a0c677acp-16);
  even = fused(even, square, (vector)0x1.6c16c1842a11dp-10);
  even = fused(even, square, (vector)0x1.555555555087cp-5);
  even = fused(even, square, (vector)0x1.000000000000ap-1);
  // 1 + r with its rounding error, so that the result is rounded once.
  vector sum = r + 1;
  vector small = fused(square, fused(odd, r, even), rest * sum);
  return sum + ((r - (sum - 1)) + small);
}

static inline integers exponent_bits(vector shifted) { return (integers)shifted << 52; }

/// e^x for all x, also where 2^n alone would overflow or be denormal.
static __attribute__((noinline)) void distant_exp(const double *x, double *y) {
  vector v = load(x);
  // Beyond these, e^x is infinite or 0; NaN stays.
  v = chosen(v > 720, (vector)720, v);
  v = chosen(v < -760, (vector)-760, v);
  vector shifted;
  vector fraction = reduced_exp(v, &shifted);
  integers n = (integers)shifted - (integers)((vector)0x1.8p52);
  integers half = n >> 1;
  vector lower = (vector)((half + 1023) << 52);
  vector upper = (vector)((n - half + 1023) << 52);
  store(y, fraction * lower * upper);
}

static inline vector exponential(vector x) {
  if (__builtin_expect(!all(__builtin_elementwise_abs(x) <= 708), 0)) {
    double lanes[LANES];
    store(lanes, x);
    distant_exp(lanes, lanes);
    return load(lanes);
  }
  vector shifted;
  vector fraction = reduced_exp(x, &shifted);
  return (vector)((integers)fraction + exponent_bits(shifted));
}

void KERNEL(kernel_exp)(const double *x, double *y, ptrdiff_t count) {
  ptrdiff_t i = 0;
  for (; i + LANES <= count; i += LANES) store(y + i, exponential(load(x + i)));
  if (i < count) store_some(y + i, exponential(load_some(x + i, count - i)), count - i);
}
