// What the C library writes; Swift's way to its variable arguments looks conformances up.

#include <stdio.h>

#include "CKernels.h"

int kernel_write_number(char *text, size_t size, bool is_scientific, int decimals, double x) {
  return snprintf(text, size, is_scientific ? "%.*e" : "%.*f", decimals, x);
}
