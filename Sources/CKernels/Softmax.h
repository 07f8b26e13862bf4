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
    // NaN counts as greater, and stays.
    most = chosen((v > most) | (v != v), v, most);
  }
  vector sum = 0;
  for (ptrdiff_t i = 0; i < classes; i++) {
    vector e = exponential(load_row(scores, i) - most);
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

static inline void softmax_group(column_group z, column_group y, ptrdiff_t classes) {
  double copy[FEW_CLASSES * LANES];
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
  ptrdiff_t j = 0;
  for (; j + LANES <= columns; j += LANES) {
    softmax_group((column_group){(double *)z + j, stride, LANES},
                  (column_group){y + j, stride, LANES}, classes);
  }
  if (j < columns) {
    softmax_group((column_group){(double *)z + j, stride, columns - j},
                  (column_group){y + j, stride, columns - j}, classes);
  }
}

static inline void cross_entropy_group(column_group z, const ptrdiff_t *labels, double scale,
                                       double *losses, column_group gradient,
                                       ptrdiff_t classes) {
  double copy[FEW_CLASSES * LANES], maxima[LANES], sums[LANES];
  for (ptrdiff_t j = 0; j < z.width; j++) losses[j] = z.start[labels[j] * z.stride + j];
  column_group e = gradient;
  vector greatest;
  vector sum = exponentials(z, &e, copy, classes, &greatest);
  store(maxima, greatest);
  store(sums, sum);
  for (ptrdiff_t j = 0; j < z.width; j++) {
    losses[j] = __builtin_log(sums[j]) - (losses[j] - maxima[j]);
  }
  vector reciprocal = 1 / sum;
  for (ptrdiff_t i = 0; i < classes; i++) {
    store_row(gradient, i, quotient(load_row(e, i), sum, reciprocal) * scale);
  }
  for (ptrdiff_t j = 0; j < z.width; j++) {
    gradient.start[labels[j] * gradient.stride + j] -= scale;
  }
}

void KERNEL(kernel_cross_entropy)(const double *z, const ptrdiff_t *labels, double scale,
                                  double *losses, double *gradient, ptrdiff_t classes,
                                  ptrdiff_t columns, ptrdiff_t stride) {
  ptrdiff_t j = 0;
  for (; j + LANES <= columns; j += LANES) {
    cross_entropy_group((column_group){(double *)z + j, stride, LANES}, labels + j, scale,
                        losses + j, (column_group){gradient + j, stride, LANES}, classes);
  }
  if (j < columns) {
    cross_entropy_group((column_group){(double *)z + j, stride, columns - j}, labels + j, scale,
                        losses + j, (column_group){gradient + j, stride, columns - j}, classes);
  }
}
