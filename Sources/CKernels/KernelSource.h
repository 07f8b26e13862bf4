// The source of all kernels, included once for each instruction set with these defined:
//   KERNEL(name)   the name of a kernel for this instruction set
//   TILE_ROWS, TILE_VECTORS
//                  the tile of a matrix product that its registers hold
//
// A vector has eight lanes everywhere, however many registers that takes, so that sums are the same
// everywhere; and where it takes two, each constant is loaded once for both.

#include <stdlib.h>

#include "CKernels.h"

#pragma STDC FP_CONTRACT OFF

// Vectors are passed between functions of one file only.
#pragma clang diagnostic ignored "-Wpsabi"

enum { LANES = 8 };

typedef double vector __attribute__((ext_vector_type(LANES)));
typedef long integers __attribute__((ext_vector_type(LANES)));
typedef unsigned long words __attribute__((ext_vector_type(LANES)));
typedef vector loose_vector __attribute__((aligned(8), may_alias));
typedef words loose_words __attribute__((aligned(8), may_alias));

static inline vector load(const double *x) { return *(const loose_vector *)x; }

static inline void store(double *x, vector v) { *(loose_vector *)x = v; }

static inline vector fused(vector a, vector b, vector c) {
  return __builtin_elementwise_fma(a, b, c);
}

static inline vector root(vector x) { return __builtin_elementwise_sqrt(x); }

/// Whether the mask is set in all lanes.
static inline int all(integers mask) { return __builtin_reduce_and(mask) != 0; }

/// x where the mask is set, y elsewhere.
static inline vector chosen(integers mask, vector x, vector y) {
  return (vector)((mask & (integers)x) | (~mask & (integers)y));
}

/// The first `count` numbers at x, and 0 in the other lanes.
static inline vector load_some(const double *x, ptrdiff_t count) {
  double lanes[LANES] = {0};
  for (ptrdiff_t i = 0; i < count; i++) lanes[i] = x[i];
  return load(lanes);
}

static inline void store_some(double *x, vector v, ptrdiff_t count) {
  double lanes[LANES];
  store(lanes, v);
  for (ptrdiff_t i = 0; i < count; i++) x[i] = lanes[i];
}

static inline vector load_up_to(const double *x, ptrdiff_t count) {
  return count == LANES ? load(x) : load_some(x, count);
}

static inline void store_up_to(double *x, vector v, ptrdiff_t count) {
  if (count == LANES) {
    store(x, v);
  } else {
    store_some(x, v, count);
  }
}

#include "Exponential.h"
#include "Logarithm.h"
#include "MatrixProduct.h"
#include "BatchNorm.h"
#include "Softmax.h"
#include "Rectifier.h"
#include "Adam.h"
#include "Random.h"
