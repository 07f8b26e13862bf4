#ifndef CPARALLEL_H
#define CPARALLEL_H

#include <pthread.h>

/// Lets a thread that is made with these attributes begin on another processor than this thread's.
///
/// Linux often begins a thread on the processor of the one that made it, and leaves both there for
/// milliseconds while another is idle: as long as much of what threads here do. Where there is no other
/// processor, or the system is another, nothing changes.
void placement_begin_elsewhere(pthread_attr_t *attributes);

/// Lets this thread run on every processor that the process may use.
void placement_go_anywhere(void);

#endif
