// Each kernel for the best instruction set that the processor has.

#include "CKernels.h"
#include "CKernelVariants.h"

#if defined(__x86_64__)

#define HAS __builtin_cpu_supports

#define DISPATCH(name, parameters, arguments)                             \
  __typeof__(name) name##_avx2, name##_avx512;                            \
  void name parameters {                                                  \
    if (HAS("avx512f") && HAS("avx512dq") && HAS("avx512vl")) {           \
      name##_avx512 arguments;                                            \
    } else if (HAS("avx2") && HAS("fma")) {                               \
      name##_avx2 arguments;                                              \
    } else {                                                              \
      name##_portable arguments;                                          \
    }                                                                     \
  }

#else

#define DISPATCH(name, parameters, arguments) \
  void name parameters { name##_portable arguments; }

#endif

DISPATCH(kernel_matmul,
         (ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, kernel_matrix a, kernel_matrix b,
          double *c, ptrdiff_t stride),
         (rows, inner, columns, a, b, c, stride))

DISPATCH(kernel_exp, (const double *x, double *y, ptrdiff_t count), (x, y, count))

DISPATCH(kernel_softmax,
         (const double *z, double *y, ptrdiff_t classes, ptrdiff_t columns, ptrdiff_t stride),
         (z, y, classes, columns, stride))

DISPATCH(kernel_cross_entropy,
         (const double *z, const ptrdiff_t *labels, double scale, double *losses,
          double *gradient, ptrdiff_t classes, ptrdiff_t columns, ptrdiff_t stride),
         (z, labels, scale, losses, gradient, classes, columns, stride))

DISPATCH(kernel_batch_norm,
         (const double *z, const double *gamma, const double *beta, double epsilon, double *y,
          kernel_statistics statistics, ptrdiff_t rows, ptrdiff_t columns),
         (z, gamma, beta, epsilon, y, statistics, rows, columns))

DISPATCH(kernel_batch_norm_inference,
         (const double *z, const double *gamma, const double *beta, const double *mean,
          const double *variance, double epsilon, double *y, ptrdiff_t rows, ptrdiff_t columns),
         (z, gamma, beta, mean, variance, epsilon, y, rows, columns))

DISPATCH(kernel_batch_norm_gradient,
         (const double *dy, const double *z, const double *gamma, const double *mean,
          const double *inverse, double *dz, double *dgamma, double *dbeta, ptrdiff_t rows,
          ptrdiff_t columns),
         (dy, z, gamma, mean, inverse, dz, dgamma, dbeta, rows, columns))

DISPATCH(kernel_rectify, (const double *x, double *y, ptrdiff_t count), (x, y, count))

DISPATCH(kernel_rectify_gradient, (const double *x, double *gradient, ptrdiff_t count),
         (x, gradient, count))

DISPATCH(kernel_adam,
         (double *w, const double *g, double *v, double *s, kernel_adam_step step,
          ptrdiff_t count),
         (w, g, v, s, step, count))

DISPATCH(kernel_philox,
         (uint64_t first, uint64_t trial, uint64_t key, uint64_t *words, ptrdiff_t blocks),
         (first, trial, key, words, blocks))

DISPATCH(kernel_uniform,
         (const uint64_t *words, double lower, double length, double *x, ptrdiff_t count),
         (words, lower, length, x, count))

DISPATCH(kernel_integers,
         (const uint64_t *words, kernel_range range, int64_t *x, ptrdiff_t count,
          ptrdiff_t *written),
         (words, range, x, count, written))
