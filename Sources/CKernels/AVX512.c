// The kernels for x86-64 processors with AVX-512.

#if defined(__x86_64__)
#include <stdlib.h>

#include "CKernels.h"
#pragma clang attribute push( \
    __attribute__((target("avx2,fma,avx512f,avx512dq,avx512vl"))), apply_to = function)
#define TILE_ROWS 12
#define TILE_VECTORS 2
#define KERNEL(name) name##_avx512
#include "KernelSource.h"
#pragma clang attribute pop
#endif
