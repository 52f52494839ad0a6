/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found whole once is not checked again; nothing else is taken for it. */
#include "store-fixture.h"

#include "store/way-file.h"
#include "store/way-seal.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* From the vectors that come with SipHash, for the bytes 0, 1, 2 …. */
static void
test_vectors (void)
{
  static const struct { gsize length; guint64 seal; } vectors[] = {
    { 0, G_GUINT64_CONSTANT (0x726fdb47dd0e0e31) },
    { 8, G_GUINT64_CONSTANT (0x93f5f5799a932462) },
    { 15, G_GUINT64_CONSTANT (0xa129ca6149be45e5) },
  };
  guint64 key[2] = { GUINT64_FROM_LE (G_GUINT64_CONSTANT (0x0706050403020100)), GUINT64_FROM_LE (G_GUINT64_CONSTANT (0x0f0e0d0c0b0a0908)) };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      guint8 bytes[16];
      WaySealer sealer;

      for (guint j = 0; j < sizeof bytes; j++)
        bytes[j] = j;
      way_sealer_begin_with (&sealer, key);
      way_sealer_add (&sealer, bytes, vectors[i].length);
      g_assert_cmphex (way_sealer_end (&sealer), ==, vectors[i].seal);
    }
}

static guint64
get_seal (GFile *file)
{
  g_autoptr (GError) error = NULL;
  WayFingerprint fingerprint;

  way_file_get_fingerprint (file, NULL, &fingerprint, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmphex (fingerprint.seal, !=, 0);
  return fingerprint.seal;
}

static void
close_whole (WayWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  way_workspace_close (workspace, &error);
  g_assert_no_error (error);
  g_object_unref (workspace);
}

static void
make_good (StoreFixture *self)
{
  WayWorkspace *workspace = way_workspace_create (self->file, NULL);

  store_make_map (workspace);
  store_put (workspace, "Add card", store_new_card ("card", "One"));
  close_whole (workspace);
}

/* A row that only reading all rows would find. */
static void
damage (StoreFixture *self)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (g_file_peek_path (self->file), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE map SET kind = 'treasure'", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static gboolean
opens (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;
  WayWorkspace *workspace = way_workspace_open (self->file, &error);

  if (workspace != NULL)
    close_whole (workspace);
  else
    g_assert_error (error, WAY_ERROR, WAY_ERROR_DAMAGED);
  return workspace != NULL;
}

static char *
dup_state (const char *name)
{
  return g_build_filename (g_get_user_state_dir (), "waymark", name, NULL);
}

static void
test_known (StoreFixture  *self,
            gconstpointer  data)
{
  g_autofree char *seals = dup_state ("seals"), *key = dup_state ("seal-key");
  guint64 seal;
  GStatBuf there;

  make_good (self);
  /* What we write ourselves is known, and so is what was opened. */
  g_assert_true (way_seal_is_known (get_seal (self->file)));
  g_unlink (seals);
  g_assert_false (way_seal_is_known (get_seal (self->file)));
  g_assert_true (opens (self));
  g_assert_true (way_seal_is_known (get_seal (self->file)));

  damage (self);
  g_assert_false (way_seal_is_known (get_seal (self->file)));
  g_assert_false (opens (self));
  g_assert_false (opens (self));
  seal = get_seal (self->file);
  g_assert_false (way_seal_is_known (seal));

  /* Only with the seal in the list, made with the key that is there, is it taken as it is. */
  way_seal_remember (seal);
  g_assert_true (opens (self));
  g_assert_cmpint (g_stat (key, &there), ==, 0);
  g_assert_cmpint (there.st_mode & 0777, ==, 0600);
  g_unlink (key);
  g_assert_cmphex (get_seal (self->file), !=, seal);
  g_assert_false (opens (self));
}

/* The list does not grow without end, and what is opened often stays in it. */
static void
test_many (StoreFixture  *self,
           gconstpointer  data)
{
  g_autofree char *seals = dup_state ("seals");
  GStatBuf there;

  make_good (self);
  for (guint64 seal = 1000; seal < 2000; seal++)
    {
      way_seal_remember (seal);
      way_seal_remember (7);
    }
  g_assert_true (way_seal_is_known (7));
  g_assert_true (way_seal_is_known (1999));
  g_assert_false (way_seal_is_known (1000));
  g_assert_false (way_seal_is_known (0));
  g_assert_cmpint (g_stat (seals, &there), ==, 0);
  g_assert_cmpint (there.st_size, <=, 256 * 8);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/seal/vectors", test_vectors);
  store_fixture_add ("/store/seal/known", test_known);
  store_fixture_add ("/store/seal/many", test_many);

  return g_test_run ();
}
