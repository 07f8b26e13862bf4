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

// References: counted before they are put anywhere, as what is released may be what is put.

HANDLER(moveReference) {
  void *const object = r[i->b];
  LEAVE_UNLESS(retain(object, m));
  replace(r + i->a, object, m);
  NEXT;
}

HANDLER(takeReference) {
  void *const object = r[i->b];
  r[i->b] = NULL;
  replace(r + i->a, object, m);
  NEXT;
}

HANDLER(borrowReference) {
  replace(r + i->a, r[i->b], m);
  NEXT;
}

HANDLER(clearReferences) {
  void **const first = r + i->a;
  for (int index = 0; index < i->b; index++) replace(first + index, NULL, m);
  NEXT;
}

HANDLER(loadString) {
  void *const object = (void *)m->strings[i->b];
  LEAVE_UNLESS(retain(object, m));
  replace(r + i->a, object, m);
  NEXT;
}

HANDLER(loadGlobalReference) {
  void *const object = m->references[i->b];
  LEAVE_UNLESS(retain(object, m));
  replace(r + i->a, object, m);
  NEXT;
}

HANDLER(storeGlobalReference) {
  void *const object = r[i->b];
  LEAVE_UNLESS(retain(object, m));
  replace(m->references + i->a, object, m);
  NEXT;
}

HANDLER(takeGlobalReference) {
  void *const object = m->references[i->b];
  m->references[i->b] = NULL;
  replace(r + i->a, object, m);
  NEXT;
}

HANDLER(loadBoxReference) {
  void *const object = ARRAY(b)->references[i->c];
  LEAVE_UNLESS(retain(object, m));
  replace(r + i->a, object, m);
  NEXT;
}

HANDLER(storeBoxReference) {
  void *const object = r[i->b];
  LEAVE_UNLESS(retain(object, m));
  replace(ARRAY(a)->references + i->c, object, m);
  NEXT;
}

HANDLER(takeBoxReference) {
  void **const kept = ARRAY(b)->references + i->c;
  void *const object = *kept;
  *kept = NULL;
  replace(r + i->a, object, m);
  NEXT;
}
