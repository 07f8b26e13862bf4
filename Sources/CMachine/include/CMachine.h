// The loop of the virtual machine: it runs the instructions that need nothing but registers.
//
// Every opcode has a function of its own, which ends by jumping to the next one's: the processor sees a
// jump of its own behind each instruction, and the state of the loop never leaves its registers. `Script`
// says what an instruction does (`Opcode.swift`) and has the same loop in plain Swift, the oracle of tests.
//
// Nothing is allocated or thrown here, and no object goes away but at the runtime's hands. References are
// counted where the count is one of the usual ones. An instruction that needs more, that fails, or that has
// no fuel left, ends the loop before it has changed anything.

#ifndef CMACHINE_H
#define CMACHINE_H

#include <stddef.h>
#include <stdint.h>

/// An instruction: an operation and up to four operands.
typedef struct {
  uint8_t opcode;
  uint8_t d;
  uint16_t a;
  uint16_t b;
  uint16_t c;
} machine_instruction;

/// What a call needs of a function: its first instruction, the registers of its frame, and where those
/// stand that it gets from a closure, whose references it borrows.
typedef struct {
  const machine_instruction *start;
  ptrdiff_t words;
  ptrdiff_t references;
  ptrdiff_t captured_word;
  ptrdiff_t captured_reference;
  ptrdiff_t captured_references;
  const void *code;
} machine_function;

/// A call in progress.
typedef struct {
  const machine_function *function;
  const machine_instruction *pc;
  uint64_t *words;
  void **references;
} machine_frame;

/// An object that counts its references.
typedef struct {
  const void *type;
  uintptr_t count_word;
  const void *meter;
  ptrdiff_t bytes;
} machine_object;

/// An array, or a box: an array of one element.
typedef struct {
  machine_object object;
  ptrdiff_t element_words;
  ptrdiff_t element_references;
  ptrdiff_t count;
  ptrdiff_t capacity;
  uint64_t *words;
  void **references;
} machine_array;

/// A function value: the function's number and what it captured.
typedef struct {
  machine_object object;
  ptrdiff_t function;
  ptrdiff_t captured_words;
  ptrdiff_t captured_references;
  uint64_t *words;
  void **references;
} machine_closure;

/// A machine as the loop sees it.
typedef struct {
  /// The frame that runs, and the one whose return ends the loop.
  machine_frame *top;
  machine_frame *base;
  /// Steps that may be taken.
  ptrdiff_t fuel;
  /// The stacks, which the globals begin, and their ends.
  uint64_t *words;
  void **references;
  const uint64_t *words_end;
  void *const *references_end;
  const machine_frame *frames_end;
  const machine_function *functions;
  const uint64_t *constants;
  const void *const *strings;
  /// What `count_word` is where there is one reference to an object, what another one adds to it, and the
  /// most that is added here; beyond it the runtime counts, which keeps some words otherwise.
  uintptr_t unshared;
  uintptr_t one_reference;
  uintptr_t most_references;
} machine_state;

/// Runs instructions until one needs more than registers, has no fuel, or returns from the base.
///
/// The instruction is the one before the top frame's `pc`; where `fuel` is negative it is the one at `pc`.
void machine_run(machine_state *state);

/// Returns the name of an opcode, as the loop has it; NULL behind the last.
const char *machine_opcode_name(int opcode);

#endif
