// Calls and returns.

/// Whether the stacks have room for a frame that begins at given registers.
static inline bool has_room(const machine_function *callee, const machine_frame *frame,
                            const uint64_t *words, void *const *references,
                            const machine_state *m) {
  return frame < m->frames_end && words + callee->words < m->words_end &&
         references + callee->references < m->references_end;
}

/// Notes where the caller goes on, and begins the callee's frame at the registers that `a` and `b` name.
#define ENTER(callee)                                                                  \
  do {                                                                                 \
    frame->pc = i + 1;                                                                 \
    frame += 1;                                                                        \
    w += i->a;                                                                         \
    r += i->b;                                                                         \
    *frame = (machine_frame){(callee), (callee)->start, w, r};                           \
  } while (0)

/// Leaves a frame, unless it is the one that ends the loop.
#define RETURN                       \
  do {                               \
    w[0] = w[i->a];                  \
    LEAVE_UNLESS(frame != m->base);  \
    frame -= 1;                      \
    w = frame->words;                \
    r = frame->references;           \
    GO_ON(frame->pc);                \
  } while (0)

HANDLER(call) {
  fuel -= 1;
  if (__builtin_expect(fuel < 0, 0)) {
    __attribute__((musttail)) return leave(i, w, r, frame, fuel, handlers, m);
  }
  const machine_function *const callee = m->functions + i->c;
  LEAVE_UNLESS(has_room(callee, frame, w + i->a, r + i->b, m));
  ENTER(callee);
  GO_ON(callee->start);
}

HANDLER(callClosure) {
  fuel -= 1;
  if (__builtin_expect(fuel < 0, 0)) {
    __attribute__((musttail)) return leave(i, w, r, frame, fuel, handlers, m);
  }
  const machine_closure *const closure = r[i->c];
  LEAVE_UNLESS(closure);
  const machine_function *const callee = m->functions + closure->function;
  LEAVE_UNLESS(has_room(callee, frame, w + i->a, r + i->b, m));
  void **const borrowed = r + i->b + callee->captured_reference;
  for (ptrdiff_t index = 0; index < closure->captured_references; index++) {
    LEAVE_UNLESS(!borrowed[index]);
  }
  ENTER(callee);
  for (ptrdiff_t index = 0; index < closure->captured_words; index++) {
    w[callee->captured_word + index] = closure->words[index];
  }
  for (ptrdiff_t index = 0; index < closure->captured_references; index++) {
    borrowed[index] = closure->references[index];
  }
  GO_ON(callee->start);
}

HANDLER(return) { RETURN; }

HANDLER(returnReferences) {
  const machine_function *const function = frame->function;
  const ptrdiff_t borrowed = function->captured_reference;
  const ptrdiff_t owned = borrowed + function->captured_references;
  for (ptrdiff_t index = i->b; index < function->references; index++) {
    if (!r[index]) continue;
    LEAVE_UNLESS(borrowed <= index && index < owned);
    r[index] = NULL;
  }
  RETURN;
}
