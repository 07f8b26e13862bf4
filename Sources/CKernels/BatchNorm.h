// Batch norm of rows. A row is summed in 16 lanes, element i in lane i mod 16, whatever LANES is.

enum { SUM_LANES = 16, SUM_VECTORS = SUM_LANES / LANES, SUM_BLOCK = 512 };

/// Partial sums: element i is in lane i mod 16.
typedef struct {
  vector part[SUM_VECTORS];
} sum;

/// The sum of all lanes, by halves.
static inline double total(sum s) {
  double lanes[SUM_LANES];
  for (int v = 0; v < SUM_VECTORS; v++) store(lanes + v * LANES, s.part[v]);
  for (int half = SUM_LANES / 2; half > 0; half /= 2) {
    for (int i = 0; i < half; i++) lanes[i] += lanes[i + half];
  }
  return lanes[0];
}

/// Adds up EXPRESSION over a row, with i the index of the next LANES elements and `x` of the rest
/// read as `TAIL`. Blocks are summed apart, so that the error does not grow with the count.
#define SUM_ROW(RESULT, COUNT, EXPRESSION, TAIL)                                       \
  do {                                                                                 \
    sum whole = {};                                                                    \
    ptrdiff_t i = 0;                                                                   \
    while (i + SUM_LANES <= (COUNT)) {                                                 \
      sum block = {};                                                                  \
      ptrdiff_t end = i + SUM_BLOCK < (COUNT) ? i + SUM_BLOCK : (COUNT);               \
      for (; i + SUM_LANES <= end; ) {                                                 \
        for (int v = 0; v < SUM_VECTORS; v++, i += LANES) block.part[v] += EXPRESSION; \
      }                                                                                \
      for (int v = 0; v < SUM_VECTORS; v++) whole.part[v] += block.part[v];            \
    }                                                                                  \
    double rest = 0;                                                                   \
    for (; i < (COUNT); i++) rest += TAIL;                                             \
    RESULT = total(whole) + rest;                                                      \
  } while (0)

static inline void scaled_row(const double *z, double mean, double scale, double shift, double *y,
                              ptrdiff_t columns) {
  ptrdiff_t i = 0;
  for (; i + LANES <= columns; i += LANES) {
    store(y + i, fused(load(z + i) - mean, (vector)scale, (vector)shift));
  }
  for (; i < columns; i++) y[i] = __builtin_fma(z[i] - mean, scale, shift);
}

void KERNEL(kernel_batch_norm)(const double *z, const double *gamma, const double *beta,
                               double epsilon, double *y, kernel_statistics statistics,
                               ptrdiff_t rows, ptrdiff_t columns) {
  for (ptrdiff_t row = 0; row < rows; row++, z += columns, y += columns) {
    // The mean is taken from the first element on: exact where a feature does not vary.
    double first = z[0], mean, squares;
    SUM_ROW(mean, columns, load(z + i) - first, z[i] - first);
    mean = first + mean / (double)columns;
    SUM_ROW(squares, columns, (load(z + i) - mean) * (load(z + i) - mean),
            (z[i] - mean) * (z[i] - mean));
    double variance = squares / (double)columns;
    double inverse = 1 / __builtin_sqrt(variance + epsilon);
    statistics.mean[row] = mean;
    statistics.variance[row] = variance;
    statistics.inverse[row] = inverse;
    scaled_row(z, mean, gamma[row] * inverse, beta[row], y, columns);
  }
}

void KERNEL(kernel_batch_norm_inference)(const double *z, const double *gamma, const double *beta,
                                         const double *mean, const double *variance,
                                         double epsilon, double *y, ptrdiff_t rows,
                                         ptrdiff_t columns) {
  for (ptrdiff_t row = 0; row < rows; row++, z += columns, y += columns) {
    double scale = gamma[row] / __builtin_sqrt(variance[row] + epsilon);
    scaled_row(z, mean[row], scale, beta[row], y, columns);
  }
}

void KERNEL(kernel_batch_norm_gradient)(const double *dy, const double *z, const double *gamma,
                                        const double *mean, const double *inverse, double *dz,
                                        double *dgamma, double *dbeta, ptrdiff_t rows,
                                        ptrdiff_t columns) {
  for (ptrdiff_t row = 0; row < rows; row++, z += columns, dy += columns, dz += columns) {
    double mu = mean[row], scale = gamma[row] * inverse[row], gradient, product;
    SUM_ROW(gradient, columns, load(dy + i), dy[i]);
    SUM_ROW(product, columns, load(dy + i) * (load(z + i) - mu), dy[i] * (z[i] - mu));
    product *= inverse[row];
    dbeta[row] = gradient;
    dgamma[row] = product;
    // γ/√(σ² + ε) · (dy - dβ/m - ẑ·dγ/m), gathered into dy, a constant, and z - μ.
    double constant = scale * gradient / (double)columns;
    double slope = scale * inverse[row] * product / (double)columns;
    ptrdiff_t i = 0;
    for (; i + LANES <= columns; i += LANES) {
      vector shift = fused(load(z + i) - mu, (vector)slope, (vector)constant);
      store(dz + i, fused(load(dy + i), (vector)scale, -shift));
    }
    for (; i < columns; i++) {
      dz[i] = __builtin_fma(dy[i], scale, -__builtin_fma(z[i] - mu, slope, constant));
    }
  }
}
