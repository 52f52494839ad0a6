/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind of record goes into the file and comes out the same. */
#include "store-fixture.h"

static void
test_round_trip (StoreFixture  *self,
                 gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (WayWorkspace) workspace = way_workspace_create (self->file, NULL);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  guint counts[WAY_N_KINDS] = { 0 };

  for (guint round = 0; round < 12; round++)
    {
      for (guint kind = 1; kind < WAY_N_KINDS; kind++)
        {
          WayRecord *record = store_random_record (workspace, random, kind);

          if (record == NULL)
            continue;
          way_record_set_position (record, g_rand_double_range (random, -1e6, 1e6));
          g_ptr_array_add (records, record);
          counts[kind]++;
          store_put (workspace, "Add", g_object_ref (record));
        }
    }
  for (guint kind = 1; kind < WAY_N_KINDS; kind++)
    {
      guint count;

      g_assert_cmpuint (counts[kind], >, 2);
      way_records_count (WAY_RECORDS (workspace), kind, &count, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count, ==, counts[kind]);
    }
  way_workspace_close (workspace, &error);
  g_assert_no_error (error);
  g_clear_object (&workspace);

  workspace = way_workspace_open (self->file, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (WayRecord) stored = NULL;
      WayKind kind;

      way_records_find_kind (WAY_RECORDS (workspace), way_record_get_id (records->pdata[i]), &kind, &error);
      g_assert_no_error (error);
      g_assert_cmpint (kind, ==, way_record_get_kind (records->pdata[i]));
      way_records_read (WAY_RECORDS (workspace), kind, way_record_get_id (records->pdata[i]), &stored, &error);
      g_assert_no_error (error);
      g_assert_true (way_record_equal (stored, records->pdata[i]));
    }
  store_assert_whole (workspace);
  way_workspace_close (workspace, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  store_fixture_add ("/store/schema/round-trip", test_round_trip);

  return g_test_run ();
}
