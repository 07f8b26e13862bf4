// What the system is told about memory.

#if defined(__linux__)
#define _DEFAULT_SOURCE
#include <sys/mman.h>
#endif

#include "CKernels.h"

enum { LARGE_PAGE = 1 << 21 };

void kernel_expect_large(void *start, size_t size) {
#if defined(MADV_HUGEPAGE)
  uintptr_t first = ((uintptr_t)start + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
  uintptr_t end = ((uintptr_t)start + size) / LARGE_PAGE * LARGE_PAGE;
  // Advice only: where it is not taken, the memory works all the same.
  if (first < end) madvise((void *)first, end - first, MADV_HUGEPAGE);
#else
  (void)start;
  (void)size;
#endif
}
