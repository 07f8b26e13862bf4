// Softmax and cross entropy down columns, LANES columns at once.

/// The columns of a matrix, LANES of them or fewer, that lie in rows `stride` apart.
typedef struct {
  double *start;
  ptrdiff_t stride;
  ptrdiff_t width;
} column_group;

static inline vector load_row(column_group group, ptrdiff_t row) {
  return load_up_to(group.start + row * group.stride, group.width);
}

static inline void store_row(column_group group, ptrdiff_t row, vector v) {
  store_up_to(group.start + row * group.stride, v, group.width);
}

// Rows that lie a power of two apart share a set of the cache, which holds eight of them. So few
// classes are worked on in a copy.
enum { FEW_CLASSES = 64 };

// From this many columns on, a narrow first group pays, so that no vector after it lies in two lines
// of the cache.
enum { WIDE = 256, LINE = 64 };

/// The number of columns of a group where so many are left.
static inline ptrdiff_t next_width(ptrdiff_t left) { return left < LANES ? left : LANES; }

/// The number of columns of the first group.
static inline ptrdiff_t first_width(const double *y, ptrdiff_t columns) {
  ptrdiff_t before = (ptrdiff_t)(-(uintptr_t)y % LINE / sizeof(double));
  if (columns >= WIDE && before > 0) return before;
  return next_width(columns);
}


/// Writes e^(z - max) to y, or to the copy where there are few classes, and returns its sum.
static inline vector exponentials(column_group z, column_group *y, double *copy,
                                  ptrdiff_t classes, vector *greatest) {
  vector most = -__builtin_inf();
  column_group scores = z;
  if (classes <= FEW_CLASSES) {
    *y = scores = (column_group){copy, LANES, LANES};
  }
  for (ptrdiff_t i = 0; i < classes; i++) {
    vector v = load_row(z, i);
    if (classes <= FEW_CLASSES) store_row(scores, i, v);
    // NaN is passed over here, and makes the sum NaN.
    most = chosen(v > most, v, most);
  }
  vector sum = 0;
  for (ptrdiff_t i = 0; i < classes; i++) {
    vector e = quick_exponential(load_row(scores, i) - most);
    store_row(*y, i, e);
    sum += e;
  }
  *greatest = most;
  return sum;
}

/// x / divisor, correctly rounded, from the divisor's reciprocal. (Markstein, "Computation of
/// elementary functions on the IBM RISC System/6000 processor", 1990, theorem 8.3.)
static inline vector quotient(vector x, vector divisor, vector reciprocal) {
  vector guess = x * reciprocal;
  return fused(fused(-guess, divisor, x), reciprocal, guess);
}

static inline __attribute__((always_inline)) void softmax_group(column_group z, column_group y,
                                                                ptrdiff_t classes) {
  __attribute__((aligned(LINE))) double copy[FEW_CLASSES * LANES];
  column_group e = y;
  vector greatest;
  vector sum = exponentials(z, &e, copy, classes, &greatest);
  vector reciprocal = 1 / sum;
  for (ptrdiff_t i = 0; i < classes; i++) {
    store_row(y, i, quotient(load_row(e, i), sum, reciprocal));
  }
}

void KERNEL(kernel_softmax)(const double *z, double *y, ptrdiff_t classes, ptrdiff_t columns,
                            ptrdiff_t stride) {
  ptrdiff_t width = first_width(y, columns);
  for (ptrdiff_t j = 0; j < columns; j += width, width = next_width(columns - j)) {
    column_group in = {(double *)z + j, stride, width}, out = {y + j, stride, width};
    if (width == LANES) {
      in.width = out.width = LANES;
      softmax_group(in, out, classes);
    } else {
      softmax_group(in, out, classes);
    }
  }
}

static inline __attribute__((always_inline)) void cross_entropy_group(
    column_group z, const ptrdiff_t *labels, double scale, double *losses, column_group gradient,
    ptrdiff_t classes) {
  __attribute__((aligned(LINE))) double copy[FEW_CLASSES * LANES];
  double logarithms[LANES], maxima[LANES];
  for (ptrdiff_t j = 0; j < z.width; j++) losses[j] = z.start[labels[j] * z.stride + j];
  column_group e = gradient;
  vector greatest;
  vector sum = exponentials(z, &e, copy, classes, &greatest);
  store(logarithms, logarithm(sum));
  store(maxima, greatest);
  for (ptrdiff_t j = 0; j < z.width; j++) {
    losses[j] = logarithms[j] - (losses[j] - maxima[j]);
  }
  vector ratio = scale / sum;
  // To change one number of each column afterwards would wait for the stores.
  integers own = -1;
  for (ptrdiff_t j = 0; j < z.width; j++) own[j] = labels[j];
  for (ptrdiff_t i = 0; i < classes; i++) {
    vector slope = load_row(e, i) * ratio;
    vector reduced = slope - scale;
    store_row(gradient, i, chosen(own == i, reduced, slope));
  }
}

void KERNEL(kernel_cross_entropy)(const double *z, const ptrdiff_t *labels, double scale,
                                  double *losses, double *gradient, ptrdiff_t classes,
                                  ptrdiff_t columns, ptrdiff_t stride) {
  ptrdiff_t width = first_width(gradient, columns);
  for (ptrdiff_t j = 0; j < columns; j += width, width = next_width(columns - j)) {
    column_group in = {(double *)z + j, stride, width}, out = {gradient + j, stride, width};
    if (width == LANES) {
      in.width = out.width = LANES;
      cross_entropy_group(in, labels + j, scale, losses + j, out, classes);
    } else {
      cross_entropy_group(in, labels + j, scale, losses + j, out, classes);
    }
  }
}
