#include "Machine.h"

#include "Registers.h"
#include "Arithmetic.h"
#include "Jumps.h"
#include "Calls.h"
#include "Arrays.h"

HANDLER(elsewhere) { LEAVE; }

static const struct handlers handlers_of_opcodes = {{
#define HERE(name) run_##name,
#define ELSEWHERE(name) run_elsewhere,
#include "Opcodes.h"
#undef HERE
#undef ELSEWHERE
}};

static const char *const names[] = {
#define HERE(name) #name,
#define ELSEWHERE(name) #name,
#include "Opcodes.h"
#undef HERE
#undef ELSEWHERE
};

const char *machine_opcode_name(int opcode) {
  const int count = sizeof names / sizeof *names;
  return opcode >= 0 && opcode < count ? names[opcode] : NULL;
}

void machine_run(machine_state *state) {
  machine_frame *const frame = state->top;
  const machine_instruction *const first = frame->pc;
  handlers_of_opcodes.of[first->opcode](first, frame->words, frame->references, frame,
                                        state->fuel, &handlers_of_opcodes, state);
}
