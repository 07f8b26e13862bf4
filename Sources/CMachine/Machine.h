// What the functions of the opcodes share.

#ifndef MACHINE_H
#define MACHINE_H

#include <stdbool.h>
#include <string.h>

#include "CMachine.h"

// A product and a sum are rounded one by one, as in Swift, wherever the processor could fuse them.
#pragma STDC FP_CONTRACT OFF

// Every register may carry the state of the loop: what a function does not use, it need not save.
#if __has_attribute(preserve_none)
#define CONVENTION __attribute__((preserve_none))
#else
#define CONVENTION
#endif

/// The runtime's own: gives up a reference to an object, and deinitializes it where that was the last.
extern void swift_release(void *object);

struct handlers;

/// The state of the loop: the instruction, the frame's registers, the frame, the fuel, the function of
/// each opcode, and the rest of the machine.
#define STATE                                                                              \
  const machine_instruction *i, uint64_t *w, void **r, machine_frame *frame, ptrdiff_t fuel, \
      const struct handlers *handlers, machine_state *m

typedef CONVENTION void handler(STATE);

struct handlers {
  handler *of[256];
};

#define GO_ON(next)                                                                        \
  do {                                                                                     \
    const machine_instruction *to = (next);                                                \
    __attribute__((musttail)) return handlers->of[to->opcode](to, w, r, frame, fuel, handlers, m); \
  } while (0)

/// Goes on with the next instruction.
#define NEXT GO_ON(i + 1)

/// Ends the loop; the instruction is carried out elsewhere.
#define LEAVE                                                                              \
  do {                                                                                     \
    __attribute__((musttail)) return leave(i + 1, w, r, frame, fuel, handlers, m);             \
  } while (0)

/// Ends the loop where an instruction is not to be carried out elsewhere.
#define LEAVE_UNLESS(condition) \
  if (__builtin_expect(!(condition), 0)) LEAVE

/// Goes on `c` instructions behind the next one; going back takes fuel.
#define JUMP                                                                               \
  do {                                                                                     \
    const ptrdiff_t distance = (int16_t)i->c;                                              \
    i += distance + 1;                                                                     \
    fuel += distance >> 63;                                                                \
    if (__builtin_expect(fuel < 0, 0)) {                                                   \
      __attribute__((musttail)) return leave(i, w, r, frame, fuel, handlers, m);               \
    }                                                                                      \
    GO_ON(i);                                                                              \
  } while (0)

#define HANDLER(name) static CONVENTION void run_##name(STATE)

/// Word registers that operands name, as numbers; and operands that are numbers themselves.
#define INT(operand) ((int64_t)w[i->operand])
#define DOUBLE(operand) as_double(w[i->operand])
#define IMMEDIATE(operand) ((int64_t)(int16_t)i->operand)

static inline double as_double(uint64_t bits) {
  double value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

static inline uint64_t as_word(double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

#define ARRAY(operand) ((machine_array *)r[i->operand])

/// Whether there is an array, and the array has an element of an index.
static inline bool holds(const machine_array *array, int64_t index) {
  return array && (uint64_t)index < (uint64_t)array->count;
}

static inline bool is_unshared(const machine_array *array, const machine_state *m) {
  return array->object.count_word == m->unshared;
}

/// Counts another reference to an object, where there is one.
///
/// Returns false, and counts nothing, where only the runtime can.
static inline bool retain(void *object, const machine_state *m) {
  if (!object) return true;
  machine_object *const counted = object;
  if (counted->count_word - m->unshared >= m->most_references) return false;
  counted->count_word += m->one_reference;
  return true;
}

/// Gives up a reference to an object; the last one, with the object, by the runtime.
static inline void release(void *object, const machine_state *m) {
  machine_object *const counted = object;
  const uintptr_t others = counted->count_word - m->unshared;
  if (others - m->one_reference < m->most_references) {
    counted->count_word -= m->one_reference;
  } else {
    swift_release(object);
  }
}

/// Puts a reference, counted already, where another one may be.
static inline void replace(void **place, void *object, const machine_state *m) {
  void *const old = *place;
  *place = object;
  if (old) release(old, m);
}

static CONVENTION void leave(STATE) {
  frame->pc = i;
  m->top = frame;
  m->fuel = fuel;
}

#endif
