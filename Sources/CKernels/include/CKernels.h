// The engine's inner loops, on plain memory.
//
// Each function exists once in source and is compiled for several instruction sets; the best one that
// the processor has is chosen at run time. All of them give the same bits: lanes are added in one fixed
// order, and a fused multiply-add is fused everywhere (on a processor without one it is a function of
// the C library, and slow). Memory need not be aligned. Counts may be 0. Outputs may be the input of
// the same name or lie apart from all inputs, unless a function says otherwise.

#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A matrix in memory: element (i, j) lies at `start[i * row + j * column]`.
typedef struct {
  const double *start;
  ptrdiff_t row;
  ptrdiff_t column;
} kernel_matrix;

/// Adds the product of `a` (rows by inner) and `b` (inner by columns) to `c`, whose rows lie `stride`
/// apart. Each element is the chain c = fma(a[i, p], b[p, j], c) for p = 0, 1, …
void kernel_matmul(ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, kernel_matrix a,
                   kernel_matrix b, double *c, ptrdiff_t stride);

/// y = e^x, within 0.7 units in the last place; 0, infinite and NaN as exp() has it.
void kernel_exp(const double *x, double *y, ptrdiff_t count);

/// Softmax down each column of a matrix (classes by columns) whose rows lie `stride` apart; y has
/// the same layout.
void kernel_softmax(const double *z, double *y, ptrdiff_t classes, ptrdiff_t columns,
                    ptrdiff_t stride);

/// The cross entropy of the softmax down each column against a class index, and its gradient.
///
/// losses[j] = log Σ e^z - z[label], and gradient = (softmax(z) - onehot(label)) · scale, which lies as z
/// does. Labels are known to be classes.
void kernel_cross_entropy(const double *z, const ptrdiff_t *labels, double scale, double *losses,
                          double *gradient, ptrdiff_t classes, ptrdiff_t columns,
                          ptrdiff_t stride);

/// Statistics of each row, found by batch norm: the mean, the mean squared distance from it, and
/// 1 / √(variance + epsilon).
typedef struct {
  double *mean;
  double *variance;
  double *inverse;
} kernel_statistics;

/// Normalises each row with its own statistics: y = gamma · (z - mean) · inverse + beta.
void kernel_batch_norm(const double *z, const double *gamma, const double *beta, double epsilon,
                       double *y, kernel_statistics statistics, ptrdiff_t rows,
                       ptrdiff_t columns);

/// Normalises each row with statistics that are given.
void kernel_batch_norm_inference(const double *z, const double *gamma, const double *beta,
                                 const double *mean, const double *variance, double epsilon,
                                 double *y, ptrdiff_t rows, ptrdiff_t columns);

/// The gradients of batch norm in its input and parameters; dz may be dy.
void kernel_batch_norm_gradient(const double *dy, const double *z, const double *gamma,
                                const double *mean, const double *inverse, double *dz,
                                double *dgamma, double *dbeta, ptrdiff_t rows,
                                ptrdiff_t columns);

/// y = max(x, 0); NaN stays NaN.
void kernel_rectify(const double *x, double *y, ptrdiff_t count);

/// Sets each gradient to 0 where x is not above 0.
void kernel_rectify_gradient(const double *x, double *gradient, ptrdiff_t count);

/// The constants of one step of Adam.
typedef struct {
  double rate, l2, beta1, beta2, epsilon, shrinkage;
  /// What the averages are divided by, 1 - betaᵗ.
  double average_weight, square_weight;
} kernel_adam_step;

/// One step of Adam for `count` parameters w with gradients g, averages v and squares s.
void kernel_adam(double *w, const double *g, double *v, double *s, kernel_adam_step step,
                 ptrdiff_t count);

/// Enciphers the counts `first`, `first + 1`, … of a stream with Philox-4x32-10, two words each.
void kernel_philox(uint64_t first, uint64_t trial, uint64_t key, uint64_t *words,
                   ptrdiff_t blocks);

/// x = lower + length · u, with u the uniform number in [0, 1) of the upper 53 bits of each word.
void kernel_uniform(const uint64_t *words, double lower, double length, double *x,
                    ptrdiff_t count);

/// Integers that are equally likely: `bound` of them from `lower` on. (Lemire, "Fast random integer
/// generation in an interval", 2019.)
typedef struct {
  int64_t lower;
  uint64_t bound;
  /// 2^64 modulo the bound.
  uint64_t threshold;
} kernel_range;

/// Makes an integer of each word, but of none that would make some integers likelier; `written` says
/// how many that are.
void kernel_integers(const uint64_t *words, kernel_range range, int64_t *x, ptrdiff_t count,
                     ptrdiff_t *written);

/// Asks the system for large pages for memory of many megabytes that is about to be written; does
/// nothing for less, or where the system cannot.
void kernel_expect_large(void *start, size_t size);

/// Writes `x` with `decimals` digits after the point, and a power of ten where asked for, as printf()
/// does; returns the length of the text, which is cut where it is longer than `size - 1`.
int kernel_write_number(char *text, size_t size, bool is_scientific, int decimals, double x);

#endif
