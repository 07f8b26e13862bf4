#include "CAllocationCount.h"

#if defined(__GLIBC__) || defined(__linux__)

#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>

// Functions of the program take the place of the C library's in all its libraries; the library's own
// stay reachable by these names.
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

static _Atomic int64_t count;

static void add_one(void) { atomic_fetch_add_explicit(&count, 1, memory_order_relaxed); }

int64_t allocation_count(void) { return atomic_load(&count); }

void *malloc(size_t size) {
  add_one();
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  add_one();
  return __libc_calloc(number, size);
}

void *realloc(void *memory, size_t size) {
  add_one();
  return __libc_realloc(memory, size);
}

void *memalign(size_t alignment, size_t size) {
  add_one();
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **memory, size_t alignment, size_t size) {
  void *start = memalign(alignment, size);
  if (!start) return ENOMEM;
  *memory = start;
  return 0;
}

#else

int64_t allocation_count(void) { return -1; }

#endif
