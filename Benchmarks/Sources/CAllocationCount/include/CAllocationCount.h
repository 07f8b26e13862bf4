// Counts what the whole process asks of the heap.

#ifndef CALLOCATIONCOUNT_H
#define CALLOCATIONCOUNT_H

#include <stdint.h>

/// How often memory was asked for since the process began; -1 where this cannot be counted.
int64_t allocation_count(void);

#endif
