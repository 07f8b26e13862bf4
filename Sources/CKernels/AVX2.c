// The kernels for x86-64 processors with AVX2 and FMA.

#if defined(__x86_64__)
#include <stdlib.h>

#include "CKernels.h"
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define TILE_ROWS 6
#define TILE_VECTORS 1
#define KERNEL(name) name##_avx2
#include "KernelSource.h"
#pragma clang attribute pop
#endif
