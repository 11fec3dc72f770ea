/* hs-wire.h: what is said between the program and its worker
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Frames over one socket: a head, then as many bytes as it says. Both ends are
 * of one build on one machine, so numbers are as the machine has them. The
 * program trusts nothing it is told: the worker has read hostile bytes, and may
 * be theirs by now.
 */
#pragma once

#include "hs-document.h"

G_BEGIN_DECLS

#define HS_WIRE_MAGIC 0x48577231u

/* What is asked for. */
typedef enum
{
  HS_WIRE_CHECK,    /* → number: what the worker could do and must not, see hs_guard_probe() */
  HS_WIRE_PAGE,     /* name, content type, base address, bytes → document */
  HS_WIRE_FRAGMENTS, /* number of them; each HTML: title, base address, text → for each number: HS_WIRE_DONE, document;
                      * or HS_WIRE_FAILED, number: an HsError, words */
  HS_WIRE_NEXT,     /* content type, address, bytes → string: where the article goes on */
  HS_WIRE_PICTURE,  /* number: widest; bytes → width, height, pixels */
  HS_WIRE_INERT,    /* number: markup?; content type, bytes → five numbers as HsInertCounts has them; string: body */
  HS_N_WIRE_TASKS
} HsWireTask;

/* How it is answered. */
typedef enum
{
  HS_WIRE_READY,    /* once, unasked, when it has shut itself in → number: HsWireGuard */
  HS_WIRE_DONE,
  HS_WIRE_FAILED    /* → number: an HsError; words */
} HsWireAnswer;

typedef enum
{
  HS_WIRE_LIMITED = 1 << 0, /* memory and time */
  HS_WIRE_FILTERED = 1 << 1 /* it may call nothing but what it needs */
} HsWireGuard;

/**
 * HsWireHead:
 * @magic: HS_WIRE_MAGIC
 * @serial: of the question; the answer repeats it
 * @kind: HsWireTask or HsWireAnswer
 * @length: bytes that follow
 */
typedef struct
{
  guint32 magic;
  guint32 serial;
  guint32 kind;
  guint32 length;
} HsWireHead;

/* Reads what was packed; after the first field that does not fit everything is
 * nothing, and @broken says so. */
typedef struct
{
  const guint8 *data; /* (unowned) */
  gsize left;
  gboolean broken;
} HsWireReader;

void          hs_wire_put_number   (GByteArray       *out,
                                    guint32           number);
void          hs_wire_put_bytes    (GByteArray       *out,
                                    const void       *data,
                                    gsize             length);
void          hs_wire_put_string   (GByteArray       *out,
                                    const char       *string);
void          hs_wire_put_document (GByteArray       *out,
                                    const HsDocument *document);
guint32       hs_wire_get_number   (HsWireReader     *self);
const guint8 *hs_wire_get_bytes    (HsWireReader     *self,
                                    gsize            *length);
char         *hs_wire_get_string   (HsWireReader     *self);
HsDocument   *hs_wire_get_document (HsWireReader     *self);

G_END_DECLS
