// The kernels for any processor.

#define TILE_ROWS 3
#define TILE_VECTORS 1
#define KERNEL(name) name##_portable
#include "KernelSource.h"
