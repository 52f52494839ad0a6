/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seals: which contents were found whole already, so that a file is not checked from end to end each time it is opened. A seal is made
 * with a key that never leaves this user's state folder, so that nobody else can make a content that has the seal of another. */
#include "store/way-seal.h"

#include "base/way-i18n.h"
#include "store/way-workspace.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

#define KNOWN 256             /* seals that are remembered */
#define KEY_BYTES 16

static char *
dup_place (const char *name)
{
  return g_build_filename (g_get_user_state_dir (), "waymark", name, NULL);
}

static gboolean
read_key (const char *path,
          guint64     key[2])
{
  g_autofree char *content = NULL;
  gsize length;

  if (!g_file_get_contents (path, &content, &length, NULL) || length != KEY_BYTES)
    return FALSE;
  memcpy (key, content, KEY_BYTES);
  return TRUE;
}

/* A key that is whole from the moment it has its name. Where two programs make one at once, one of them is the key. */
static void
make_key (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path), *fresh = g_strdup_printf ("%s.%d-XXXXXX", path, getpid ());
  guint8 bytes[KEY_BYTES];
  int fd;

  if (getrandom (bytes, sizeof bytes, 0) != sizeof bytes || g_mkdir_with_parents (folder, 0700) != 0 ||
      (fd = g_mkstemp_full (fresh, O_WRONLY | O_CLOEXEC, 0600)) < 0)
    return;
  if (write (fd, bytes, sizeof bytes) == sizeof bytes && fsync (fd) == 0)
    g_rename (fresh, path);
  close (fd);
  g_unlink (fresh);
}

static guint64
turn (guint64 word,
      guint   by)
{
  return word << by | word >> (64 - by);
}

static inline void
stir (guint64 *v)
{
  v[0] += v[1];
  v[2] += v[3];
  v[1] = turn (v[1], 13) ^ v[0];
  v[3] = turn (v[3], 16) ^ v[2];
  v[0] = turn (v[0], 32);
  v[2] += v[1];
  v[0] += v[3];
  v[1] = turn (v[1], 17) ^ v[2];
  v[3] = turn (v[3], 21) ^ v[0];
  v[2] = turn (v[2], 32);
}

static inline void
take_word (guint64 *v,
           guint64  word)
{
  v[3] ^= word;
  stir (v);
  stir (v);
  v[0] ^= word;
}

/**
 * way_sealer_begin_with:
 * @self: a sealer
 * @key: what sets seals apart
 *
 * Begins a seal: SipHash-2-4 (Aumasson and Bernstein, 2012).
 */
void
way_sealer_begin_with (WaySealer     *self,
                       const guint64  key[2])
{
  *self = (WaySealer) {
    .v = { key[0] ^ G_GUINT64_CONSTANT (0x736f6d6570736575), key[1] ^ G_GUINT64_CONSTANT (0x646f72616e646f6d),
           key[0] ^ G_GUINT64_CONSTANT (0x6c7967656e657261), key[1] ^ G_GUINT64_CONSTANT (0x7465646279746573) },
    .keyed = TRUE,
  };
}

/**
 * way_sealer_begin:
 * @self: a sealer
 *
 * Begins a seal with this user's key, which is made when it is needed first. What another version of Waymark found whole has to be
 * checked again, because that may have looked at less; so its seals are others.
 */
void
way_sealer_begin (WaySealer *self)
{
  g_autofree char *path = dup_place ("seal-key");
  static const char version[] = WAY_VERSION;
  guint64 key[2];

  *self = (WaySealer) { 0 };
  if (!read_key (path, key))
    {
      make_key (path);
      if (!read_key (path, key))
        return;
    }
  way_sealer_begin_with (self, key);
  take_word (self->v, WAY_SCHEMA_VERSION);
  for (gsize i = 0; i < sizeof version; i++)
    take_word (self->v, version[i]);
}

/**
 * way_sealer_add:
 * @self: a sealer
 * @block: the next part of the content
 * @length: of @block, in bytes; a multiple of eight, but for the last part
 */
void
way_sealer_add (WaySealer    *self,
                const guint8 *block,
                gsize         length)
{
  guint64 v[4], word;

  memcpy (v, self->v, sizeof v);
  for (gsize i = 0; i + sizeof word <= length; i += sizeof word)
    {
      memcpy (&word, block + i, sizeof word);
      take_word (v, GUINT64_FROM_LE (word));
    }
  memcpy (self->v, v, sizeof v);
  self->size += length;
  if (length % 8 == 0)
    return;
  word = 0;
  memcpy (&word, block + length - length % 8, length % 8);
  take_word (self->v, GUINT64_FROM_LE (word) | self->size << 56);
}

/**
 * way_sealer_end:
 * @self: a sealer
 *
 * Returns: the seal of all that was added; 0 where there is no key
 */
guint64
way_sealer_end (WaySealer *self)
{
  guint64 *v = self->v;

  if (!self->keyed)
    return 0;
  if (self->size % 8 == 0)
    take_word (v, self->size << 56);
  v[2] ^= 0xff;
  for (guint i = 0; i < 4; i++)
    stir (v);
  return v[0] ^ v[1] ^ v[2] ^ v[3];
}

/* Returns the seals that are remembered, the latest last; free with g_free(). */
static guint64 *
read_known (guint *n)
{
  g_autofree char *path = dup_place ("seals");
  char *content = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &content, &length, NULL))
    length = 0;
  *n = length / sizeof (guint64);
  return (guint64 *) content;
}

/**
 * way_seal_is_known:
 * @seal: the seal of a content
 *
 * Returns: whether that content was found whole before
 */
gboolean
way_seal_is_known (guint64 seal)
{
  guint n;
  g_autofree guint64 *known = read_known (&n);

  for (guint i = 0; seal != 0 && i < n; i++)
    if (known[i] == seal)
      return TRUE;
  return FALSE;
}

/**
 * way_seal_remember:
 * @seal: the seal of a content that is whole
 *
 * Remembers that, until many others were remembered since. Where that cannot be, the content is checked again the next time.
 */
void
way_seal_remember (guint64 seal)
{
  g_autofree char *path = dup_place ("seals");
  guint n;
  g_autofree guint64 *known = read_known (&n);
  g_autoptr (GArray) seals = g_array_new (FALSE, FALSE, sizeof (guint64));

  if (seal == 0)
    return;
  for (guint i = n > KNOWN / 2 ? n - KNOWN / 2 : 0; i < n; i++)
    if (known[i] == seal)
      return;
  for (guint i = n >= KNOWN ? n - KNOWN + 1 : 0; i < n; i++)
    if (known[i] != seal)
      g_array_append_val (seals, known[i]);
  g_array_append_val (seals, seal);
  g_file_set_contents_full (path, seals->data, seals->len * sizeof (guint64), G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}
