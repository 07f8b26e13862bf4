// e^x = 2^n · e^r with n = round(x / ln 2) and |r| ≤ ln 2 / 2.

/// r, and n as the low bits of `shifted`; `upper` is r before the lower part of n · ln 2 is taken off.
static inline vector reduced(vector x, vector *shifted, vector *upper) {
  // Adding 1.5 · 2^52 rounds to an integer and leaves it in the low bits.
  const double magic = 0x1.8p52;
  *shifted = fused(x, (vector)0x1.71547652b82fep+0, (vector)magic);
  // ln 2 in two parts, the first of 42 bits, so that n times it is exact.
  *upper = fused(*shifted - magic, (vector)-0x1.62e42fefa3800p-1, x);
  return fused(*shifted - magic, (vector)-0x1.ef35793c76730p-45, *upper);
}

/// (e^r - 1 - r) / r², minimax of degree 9: relative error of e^r below 4e-18.
static inline vector exp_tail(vector r, vector square) {
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
  return fused(odd, r, even);
}

/// e^r · 2^0, in [0.7, 1.42], and n as the low bits of `shifted`.
static inline vector reduced_exp(vector x, vector *shifted) {
  vector upper;
  vector r = reduced(x, shifted, &upper);
  vector n = *shifted - 0x1.8p52;
  vector rest = fused(n, (vector)-0x1.ef35793c76730p-45, upper - r);
  // 1 + r with its rounding error, so that the result is rounded once.
  vector sum = r + 1;
  vector square = r * r;
  vector small = fused(square, exp_tail(r, square), rest * sum);
  return sum + ((r - (sum - 1)) + small);
}

/// The same within one unit in the last place instead of half of one.
static inline vector quick_reduced_exp(vector x, vector *shifted) {
  vector upper;
  vector r = reduced(x, shifted, &upper);
  vector square = r * r;
  return fused(square, exp_tail(r, square), r) + 1;
}

/// How e^r is computed.
typedef vector (*reduced_function)(vector x, vector *shifted);

static inline integers exponent_bits(vector shifted) { return (integers)shifted << 52; }

/// e^x for all x, also where 2^n alone would overflow or be denormal.
static inline __attribute__((always_inline)) void distant(const double *x, double *y,
                                                          reduced_function function) {
  vector v = load(x);
  // Beyond these, e^x is infinite or 0; NaN stays.
  v = chosen(v > 720, (vector)720, v);
  v = chosen(v < -760, (vector)-760, v);
  vector shifted;
  vector fraction = function(v, &shifted);
  integers n = (integers)shifted - (integers)((vector)0x1.8p52);
  integers half = n >> 1;
  vector lower = (vector)((half + 1023) << 52);
  vector upper = (vector)((n - half + 1023) << 52);
  store(y, fraction * lower * upper);
}

static __attribute__((noinline)) void distant_exp(const double *x, double *y) {
  distant(x, y, reduced_exp);
}

static __attribute__((noinline)) void quick_distant_exp(const double *x, double *y) {
  distant(x, y, quick_reduced_exp);
}

static inline __attribute__((always_inline)) vector exponential_by(
    vector x, reduced_function function, void (*far)(const double *x, double *y)) {
  if (__builtin_expect(!all(__builtin_elementwise_abs(x) <= 708), 0)) {
    double lanes[LANES];
    store(lanes, x);
    far(lanes, lanes);
    return load(lanes);
  }
  vector shifted;
  vector fraction = function(x, &shifted);
  return (vector)((integers)fraction + exponent_bits(shifted));
}

static inline vector exponential(vector x) { return exponential_by(x, reduced_exp, distant_exp); }

/// e^x within one unit in the last place instead of half of one, for sums and quotients of many.
static inline vector quick_exponential(vector x) {
  return exponential_by(x, quick_reduced_exp, quick_distant_exp);
}

void KERNEL(kernel_exp)(const double *x, double *y, ptrdiff_t count) {
  ptrdiff_t i = 0;
  for (; i + LANES <= count; i += LANES) store(y + i, exponential(load(x + i)));
  if (i < count) store_some(y + i, exponential(load_some(x + i, count - i)), count - i);
}
