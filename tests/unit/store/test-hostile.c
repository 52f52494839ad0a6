/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are not what they should be: each opens whole or is refused with one sentence; nothing of theirs ever runs. */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <linux/capability.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define MUTATIONS 300

static void
make_good (StoreFixture *self)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (WayWorkspace) workspace = way_workspace_create (self->file, NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 15; i++)
    {
      g_autoptr (WayEdit) edit = store_random_edit (workspace, random, 8);

      way_workspace_apply (workspace, edit, &error);
      g_assert_no_error (error);
    }
  way_workspace_undo (workspace, NULL);
  way_workspace_close (workspace, &error);
  g_assert_no_error (error);
}

static void
write_file (StoreFixture *self,
            const char   *content,
            gsize         length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (g_file_peek_path (self->file), content, length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
assert_sentence (const GError *error)
{
  g_assert_true (error->domain == WAY_ERROR);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "Living well.waymark"));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
assert_refused (StoreFixture *self,
                int           code)
{
  g_autofree char *folder = store_dup_working_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  g_assert_null (way_workspace_open (self->file, &error));
  g_assert_error (error, WAY_ERROR, code);
  assert_sentence (error);
  /* Nothing of it is kept. */
  dir = g_dir_open (folder, 0, NULL);
  g_assert_true (dir == NULL || g_dir_read_name (dir) == NULL);
}

/* Opens the file, uses all of it, and goes back and forth in its history, or gets one sentence. */
static gboolean
open_or_refuse (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayWorkspace) workspace = way_workspace_open (self->file, &error);
  g_autoptr (GPtrArray) sentences = NULL;
  g_autofree char *dump = NULL;

  if (workspace == NULL)
    {
      assert_sentence (error);
      return FALSE;
    }
  dump = store_dup_dump (workspace);
  sentences = way_workspace_check (workspace, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 3 && way_workspace_undo (workspace, NULL); i++)
    ;
  for (guint i = 0; i < 3 && way_workspace_redo (workspace, NULL); i++)
    ;
  g_free (store_dup_dump (workspace));
  way_workspace_close (workspace, &error);
  g_assert_no_error (error);
  return TRUE;
}

static void
test_flipped (StoreFixture  *self,
              gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (300);
  g_autofree char *good = NULL;
  guint opened = 0, refused = 0;
  gsize length;

  make_good (self);
  g_assert_true (g_file_get_contents (g_file_peek_path (self->file), &good, &length, NULL));
  for (guint i = 0; i < MUTATIONS; i++)
    {
      g_autofree char *bad = g_memdup2 (good, length);
      /* A third of them where pages and the schema begin. */
      gsize reach = i % 3 == 0 ? 200 : i % 3 == 1 ? 20000 : length;

      for (guint n = g_rand_int_range (random, 1, 5); n > 0; n--)
        bad[g_rand_int_range (random, 0, MIN (reach, length))] ^= 1 << g_rand_int_range (random, 0, 8);
      write_file (self, bad, length);
      if (open_or_refuse (self))
        opened++;
      else
        refused++;
    }
  g_test_message ("%u opened, %u refused", opened, refused);
  g_assert_cmpuint (refused, >, MUTATIONS / 4);
}

static void
test_truncated (StoreFixture  *self,
                gconstpointer  data)
{
  g_autofree char *good = NULL;
  gsize length;

  make_good (self);
  g_assert_true (g_file_get_contents (g_file_peek_path (self->file), &good, &length, NULL));
  write_file (self, good, 0);
  assert_refused (self, WAY_ERROR_DAMAGED);
  for (guint i = 1; i < 20; i++)
    {
      write_file (self, good, length * i / 20);
      assert_refused (self, WAY_ERROR_DAMAGED);
    }
  write_file (self, good, 50);
  assert_refused (self, WAY_ERROR_DAMAGED);
  write_file (self, good, length - 1);
  assert_refused (self, WAY_ERROR_DAMAGED);
}

static void
run_sql (StoreFixture *self,
         const char   *sql)
{
  sqlite3 *db;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (g_file_peek_path (self->file), &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

static void
test_foreign (StoreFixture  *self,
              gconstpointer  data)
{
  static const char png[] = "\x89PNG\r\n\x1a\n and what follows";

  assert_refused (self, WAY_ERROR_NOT_FOUND);
  write_file (self, png, sizeof png);
  assert_refused (self, WAY_ERROR_FOREIGN);
  write_file (self, "S", 1);
  g_assert_false (open_or_refuse (self));
  g_unlink (g_file_peek_path (self->file));
  run_sql (self, "CREATE TABLE contacts (name)");
  assert_refused (self, WAY_ERROR_FOREIGN);
  g_unlink (g_file_peek_path (self->file));
  g_mkdir (g_file_peek_path (self->file), 0700);
  assert_refused (self, WAY_ERROR_UNREADABLE);
  g_rmdir (g_file_peek_path (self->file));
  g_assert_cmpint (mkfifo (g_file_peek_path (self->file), 0600), ==, 0);
  assert_refused (self, WAY_ERROR_UNREADABLE);
}

static void
test_unreadable (StoreFixture  *self,
                 gconstpointer  data)
{
  int status;
  pid_t child;

  make_good (self);
  g_chmod (g_file_peek_path (self->file), 0);
  child = fork ();
  if (child == 0)
    {
      /* Not even root reads it, without its capabilities. */
      struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
      struct __user_cap_data_struct none[2] = { 0 };

      g_assert_cmpint (syscall (SYS_capset, &header, none), ==, 0);
      assert_refused (self, WAY_ERROR_UNREADABLE);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

static void
test_newer (StoreFixture  *self,
            gconstpointer  data)
{
  make_good (self);
  run_sql (self, "PRAGMA user_version = 3; CREATE TABLE hologram (id)");
  assert_refused (self, WAY_ERROR_NEWER);
  run_sql (self, "PRAGMA user_version = 0");
  assert_refused (self, WAY_ERROR_DAMAGED);
}

/* What stands in the schema beside our own, or instead of it. */
static void
test_schema (StoreFixture  *self,
             gconstpointer  data)
{
  static const char *const additions[] = {
    "CREATE TRIGGER t AFTER INSERT ON card BEGIN DELETE FROM story; END",
    "CREATE TABLE extra (id)",
    "CREATE VIEW v AS SELECT * FROM story",
    "CREATE INDEX extra ON card (text)",
    "DROP INDEX card_by_lane",
    "CREATE VIRTUAL TABLE f USING fts5 (a)",
    "ALTER TABLE card ADD COLUMN more TEXT",
    "DROP TABLE output; CREATE VIEW output AS SELECT id, 'x' AS within, 1.0 AS position FROM story",
    "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = replace (sql, 'ON DELETE CASCADE', 'ON DELETE SET NULL')",
    "ANALYZE",
  };
  g_autofree char *good = NULL;
  gsize length;

  make_good (self);
  g_assert_true (g_file_get_contents (g_file_peek_path (self->file), &good, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (additions); i++)
    {
      write_file (self, good, length);
      run_sql (self, additions[i]);
      assert_refused (self, WAY_ERROR_DAMAGED);
    }
}

/* Rows that our own program would never write. */
static void
test_rows (StoreFixture  *self,
           gconstpointer  data)
{
  static const char *const changes[] = {
    "INSERT INTO item VALUES ('m', 'map'); INSERT INTO map (id, position, kind, persona) VALUES ('m', 1, 'journey', 'nobody')",
    "INSERT INTO item VALUES ('m', 'map'); INSERT INTO map (id, position, kind) VALUES ('m', 1, 'treasure')",
    "INSERT INTO item VALUES ('s', 'story'); INSERT INTO story (id, position, text) VALUES ('s', 1, CAST (x'ff41' AS TEXT))",
    "INSERT INTO item VALUES ('s', 'story'); INSERT INTO story (id, position, text) VALUES ('s', 1, 'a' || char (0) || 'b')",
    "INSERT INTO item VALUES ('s', 'story'); INSERT INTO story (id, position, until) VALUES ('s', 1, 'for ever')",
    "INSERT INTO item VALUES ('a b', 'need'); INSERT INTO need (id, position) VALUES ('a b', 1)",
    "INSERT INTO item VALUES ('p', 'persona'); INSERT INTO persona (id, position, needs) VALUES ('p', 1, '[1]')",
    "INSERT INTO item VALUES ('p', 'persona'); INSERT INTO persona (id, position, needs) VALUES ('p', 1, '[\"a\"')",
    "INSERT INTO need (id, position) VALUES ('no-item', 1)",
    "INSERT INTO item VALUES ('no-record', 'need')",
    "INSERT INTO item VALUES ('no-record', 'dragon')",
  };
  g_autofree char *good = NULL;
  gsize length;

  make_good (self);
  g_assert_true (g_file_get_contents (g_file_peek_path (self->file), &good, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      write_file (self, good, length);
      run_sql (self, changes[i]);
      g_test_message ("%s", changes[i]);
      assert_refused (self, WAY_ERROR_DAMAGED);
    }
}

static void
test_pages (StoreFixture  *self,
            gconstpointer  data)
{
  g_autofree char *good = NULL, *bad = NULL;
  gsize length;

  make_good (self);
  run_sql (self, "PRAGMA page_size = 512; VACUUM");
  g_assert_true (open_or_refuse (self));
  run_sql (self, "PRAGMA page_size = 65536; VACUUM");
  g_assert_true (open_or_refuse (self));
  g_assert_true (g_file_get_contents (g_file_peek_path (self->file), &good, &length, NULL));
  for (guint size = 0; size < 65536; size += 4111)
    {
      g_free (bad);
      bad = g_memdup2 (good, length);
      bad[16] = size >> 8;
      bad[17] = size;
      write_file (self, bad, length);
      g_assert_false (open_or_refuse (self));
    }
}

/* A history that leads nowhere changes nothing. */
static void
test_history (StoreFixture  *self,
              gconstpointer  data)
{
  static const char *const changes[] = {
    "UPDATE history SET changeset = x''",
    "UPDATE history SET changeset = x'5401'",
    "UPDATE history SET changeset = randomblob (3000)",
    "UPDATE history SET changeset = substr (changeset, 1, length (changeset) / 2)",
    "UPDATE history SET changeset = CAST (replace (CAST (changeset AS TEXT), 'item', 'ITEM') AS BLOB)",
    "UPDATE history SET label = CAST (x'ff' AS TEXT)",
  };
  g_autofree char *good = NULL;
  gsize length;

  make_good (self);
  g_assert_true (g_file_get_contents (g_file_peek_path (self->file), &good, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      write_file (self, good, length);
      run_sql (self, changes[i]);
      g_test_message ("%s", changes[i]);
      g_assert_true (open_or_refuse (self));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  store_fixture_add ("/store/hostile/foreign", test_foreign);
  store_fixture_add ("/store/hostile/unreadable", test_unreadable);
  store_fixture_add ("/store/hostile/newer", test_newer);
  store_fixture_add ("/store/hostile/truncated", test_truncated);
  store_fixture_add ("/store/hostile/schema", test_schema);
  store_fixture_add ("/store/hostile/rows", test_rows);
  store_fixture_add ("/store/hostile/pages", test_pages);
  store_fixture_add ("/store/hostile/history", test_history);
  store_fixture_add ("/store/hostile/flipped", test_flipped);

  return g_test_run ();
}
