#define _GNU_SOURCE
#include "CParallel.h"

#ifdef __linux__
#include <sched.h>
#include <unistd.h>

void placement_begin_elsewhere(pthread_attr_t *attributes) {
  cpu_set_t processors;
  int here = sched_getcpu();
  if (here < 0 || sched_getaffinity(0, sizeof processors, &processors) != 0) return;
  CPU_CLR(here, &processors);
  if (CPU_COUNT(&processors) > 0) {
    pthread_attr_setaffinity_np(attributes, sizeof processors, &processors);
  }
}

void placement_go_anywhere(void) {
  cpu_set_t processors;
  // The thread that the process began with was never bound.
  if (sched_getaffinity(getpid(), sizeof processors, &processors) == 0) {
    sched_setaffinity(0, sizeof processors, &processors);
  }
}

#else

void placement_begin_elsewhere(pthread_attr_t *attributes) { (void)attributes; }

void placement_go_anywhere(void) {}

#endif
