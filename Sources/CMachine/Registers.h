// Moves between registers, constants, globals and boxes.

HANDLER(moveWord) {
  w[i->a] = w[i->b];
  NEXT;
}

HANDLER(loadConstant) {
  w[i->a] = m->constants[i->b | (uint32_t)i->c << 16];
  NEXT;
}

HANDLER(loadImmediate) {
  w[i->a] = (uint64_t)IMMEDIATE(c);
  NEXT;
}

HANDLER(loadGlobalWord) {
  w[i->a] = m->words[i->b];
  NEXT;
}

HANDLER(storeGlobalWord) {
  m->words[i->a] = w[i->b];
  NEXT;
}

HANDLER(loadBoxWord) {
  w[i->a] = ARRAY(b)->words[i->c];
  NEXT;
}

HANDLER(storeBoxWord) {
  ARRAY(a)->words[i->c] = w[i->b];
  NEXT;
}

// A register that holds a reference must release it before it gets another: not here.

HANDLER(takeReference) {
  LEAVE_UNLESS(!r[i->a]);
  r[i->a] = r[i->b];
  r[i->b] = NULL;
  NEXT;
}

HANDLER(borrowReference) {
  LEAVE_UNLESS(!r[i->a]);
  r[i->a] = r[i->b];
  NEXT;
}

HANDLER(clearReferences) {
  void **const first = r + i->a;
  for (int index = 0; index < i->b; index++) LEAVE_UNLESS(!first[index]);
  NEXT;
}

HANDLER(takeGlobalReference) {
  LEAVE_UNLESS(!r[i->a]);
  r[i->a] = m->references[i->b];
  m->references[i->b] = NULL;
  NEXT;
}

HANDLER(takeBoxReference) {
  LEAVE_UNLESS(!r[i->a]);
  void **const kept = ARRAY(b)->references + i->c;
  r[i->a] = *kept;
  *kept = NULL;
  NEXT;
}
